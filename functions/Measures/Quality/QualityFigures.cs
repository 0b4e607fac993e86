using Homeward.Measures.Catalogue;
using Homeward.Measures.Outputs;
using Homeward.Measures.Tallying;
using Homeward.Reference;

namespace Homeward.Measures.Quality;

/// <summary>One exact figure of K26.</summary>
/// <param name="Of">The provider's submission; null for the total of a collaborative or the programme.</param>
/// <param name="Table">Null where the figure is of whole submissions.</param>
sealed record QualityRow(SubmissionQuality? Of, string? Table, string? Field, KpiRow Figure)
{
    /// <summary>Of those whom no collaborative has.</summary>
    public const int NoCollaborative = -1;

    public int Collaborative => Figure.Collaborative;

    public Split Split => Figure.Split;
}

/// <summary>K26 of every collaborative, of the programme, and of each provider below them; each submission once.</summary>
static class QualityFigures
{
    /// <summary>Position of the window M among the window names.</summary>
    const int Month = 0;

    sealed record Amount(string? Table, string? Field, Split Split, long Numerator, long? Denominator, int People);

    public static IReadOnlyList<QualityRow> Of(RunInput input)
    {
        var sent = input.Quality.OrderBy(s => s.Provider, StringComparer.Ordinal).ToList();
        var members = input.Reference.Collaboratives.Select(c => Members(c, input)).ToList();
        var inProgramme = members.SelectMany(m => m).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. members.SelectMany((of, collaborative) => Block(collaborative, [.. sent.Where(s => of.Contains(s.Provider))])),
            .. Block(members.Count, [.. sent.Where(s => inProgramme.Contains(s.Provider))]),
            .. sent.Where(s => !inProgramme.Contains(s.Provider)).SelectMany(s => Rows(QualityRow.NoCollaborative, s)),
        ];
    }

    static HashSet<string> Members(Collaborative collaborative, RunInput input) =>
        collaborative.Members.Where(m => m.Effective.On(input.Period.LastDay)).Select(m => m.Organisation).ToHashSet(StringComparer.Ordinal);

    static IEnumerable<QualityRow> Block(int collaborative, SubmissionQuality[] sent) =>
        sent.SelectMany(Amounts).GroupBy(a => (a.Table, a.Field, a.Split)).SelectMany(same => Row(collaborative, null, new(
                same.Key.Table, same.Key.Field, same.Key.Split, same.Sum(a => a.Numerator), same.Sum(a => a.Denominator), same.Sum(a => a.People))))
            .Concat(sent.SelectMany(s => Rows(collaborative, s)));

    /// <summary>Counts and nights of 0 have a row in totals only (kpis.md §3).</summary>
    static IEnumerable<QualityRow> Rows(int collaborative, SubmissionQuality of) =>
        Amounts(of).Where(a => a.Numerator > 0 || a.Split.Figure == Figure.Ratio).SelectMany(amount => Row(collaborative, of, amount));

    static IEnumerable<Amount> Amounts(SubmissionQuality of)
    {
        foreach (var field in of.Fields)
        {
            for (var state = 0; state < field.Values.Count; state++)
            {
                yield return new(field.Table, field.Field, DataQuality.Values[state], field.Values[state], null, 0);
            }
        }

        yield return new(null, null, DataQuality.Rejected, of.Rejected, of.Read, 0);
        yield return new(null, null, DataQuality.FindingRate, of.Findings, of.Read, 0);
        if (of.Hidden is { } hidden)
        {
            yield return new(null, null, DataQuality.NightsHidden, hidden.Nights, null, hidden.People);
        }
    }

    static IEnumerable<QualityRow> Row(int collaborative, SubmissionQuality? of, Amount amount)
    {
        var ratio = amount.Split.Figure == Figure.Ratio;
        if (ratio && amount.Denominator == 0)
        {
            yield break;
        }

        var value = ratio ? amount.Split.Scale * amount.Numerator / amount.Denominator!.Value : amount.Numerator;
        yield return new(of, amount.Table, amount.Field, new KpiRow(
            DataQuality.Measure, amount.Split, Scope.All, Month, Lens.Beds, collaborative, of is null ? 0 : 1, value,
            amount.Numerator, ratio ? amount.Denominator : null, amount.People));
    }
}
