using Homeward.Measures.Catalogue;
using Homeward.Measures.Outputs;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;

namespace Homeward.Measures.Explaining;

/// <summary>A query, found in the catalogue and in the run.</summary>
sealed class Target
{
    const string Programme = "Programme";

    public Target(RunInput input, ReadyRegion ready, LevelTexts texts, ExplainQuery query)
    {
        Query = query;
        Measure = MeasureCatalogue.InKpi.FirstOrDefault(m => m.Id == query.Measure)
            ?? throw new ArgumentException(MeasureCatalogue.NotInKpi(query.Measure));
        Split = query.Split is null ? Measure.Splits[0]
            : Measure.Splits.FirstOrDefault(s => s.Name == query.Split) ?? throw Unknown("split", query.Split, Measure.Splits.Select(s => s.Name));
        Scope = query.Scope switch
        {
            "all" => Scope.All,
            "acute" when Measure.Scoped => Scope.Acute,
            _ => throw Unknown("scope", query.Scope, Measure.Scoped ? ["all", "acute"] : ["all"]),
        };
        Lens = query.Lens switch
        {
            null => Measure.Looks == Looks.Beds || Split.Only == Looks.Beds ? Lens.Beds : Lens.People,
            "people" => Lens.People,
            "beds" => Lens.Beds,
            _ => throw Unknown("lens", query.Lens, ["people", "beds"]),
        };
        var collaboratives = input.Reference.Collaboratives.Select(c => c.Code).ToList();
        Collaborative = query.Collaborative == KpiTable.Programme ? collaboratives.Count : collaboratives.IndexOf(query.Collaborative);
        if (Collaborative < 0)
        {
            throw Unknown("collaborative", query.Collaborative, [.. collaboratives, KpiTable.Programme]);
        }

        Windows = [.. ready.Windows.Where(w => w.Name == query.Window && (Collaborative == collaboratives.Count || w.IsFor(Collaborative)))];
        if (Windows.Count == 0 || (Split.Windows & Windows[0].Kind) == 0)
        {
            throw Unknown("window", query.Window, Enumerable.Range(0, WindowNames.Count).Where(w => ((int)Split.Windows >> w & 1) != 0).Select(WindowNames.At));
        }

        Cell = FindCell(ready.Layout, texts, query);
    }

    public ExplainQuery Query { get; }

    public Measure Measure { get; }

    public Split Split { get; }

    public Scope Scope { get; }

    public Lens Lens { get; }

    /// <summary>Its position; after the last, the programme.</summary>
    public int Collaborative { get; }

    public IReadOnlyList<Window> Windows { get; }

    public int Cell { get; }

    static int FindCell(Layout layout, LevelTexts texts, ExplainQuery query)
    {
        if (query.Breakdown is null or BreakdownNames.Collaborative or Programme)
        {
            return 0;
        }

        var levels = Enumerable.Range(0, layout.RouteStart)
            .Where(cell => cell > 0 && BreakdownNames.Of(layout[cell].Breakdown) == query.Breakdown)
            .ToArray();
        if (levels.Length == 0)
        {
            throw Unknown("breakdown", query.Breakdown, BreakdownNames.InKpi);
        }

        foreach (var cell in levels)
        {
            var level = layout[cell];
            if (texts.Of(level.Breakdown, level.Primary).Code == query.Primary
                && (level.Secondary < 0 || texts.Of(level.Breakdown, level.Secondary).Code == query.Secondary))
            {
                return cell;
            }
        }

        throw Unknown($"level of {query.Breakdown}", $"{query.Primary}", levels.Select(cell => texts.Of(layout[cell].Breakdown, layout[cell].Primary).Code).Distinct().Take(20));
    }

    static ArgumentException Unknown(string what, string given, IEnumerable<string> known) =>
        new($"There is no {what} '{given}' here: expected one of {string.Join(", ", known)}.");
}
