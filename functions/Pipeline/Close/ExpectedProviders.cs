using Homeward.Columns;
using Homeward.Lake.Ledger;
using Homeward.Reference;

namespace Homeward.Pipeline.Close;

/// <summary>Who should send a month, and who has: members of collaboratives that are expected on its last day.</summary>
public static class ExpectedProviders
{
    /// <summary>By code.</summary>
    public static IReadOnlyList<string> Of(Month period, ReferenceData reference) =>
        [.. reference.Collaboratives.SelectMany(collaborative => collaborative.Members)
            .Where(member => member.Expected && member.Effective.On(period.LastDay))
            .Select(member => member.Organisation).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Those with nothing accepted.</summary>
    public static IReadOnlyList<string> Missing(Month period, IEnumerable<SubmissionRow> rows, ReferenceData reference)
    {
        var accepted = rows.Where(row => row.Period == period && row.State == LedgerState.Published).Select(row => row.Provider).ToHashSet(StringComparer.Ordinal);
        return [.. Of(period, reference).Where(provider => !accepted.Contains(provider))];
    }

    /// <summary>Accepted ÷ expected, 0 to 1; null where nobody is expected.</summary>
    public static double? Coverage(Month period, IEnumerable<SubmissionRow> rows, ReferenceData reference)
    {
        var expected = Of(period, reference).Count;
        return expected == 0 ? null : (expected - Missing(period, rows, reference).Count) / (double)expected;
    }
}
