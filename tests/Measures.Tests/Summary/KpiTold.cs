using Homeward.Columns;
using Homeward.Measures.Summary;
using Homeward.Measures.Tests.Told;
using Homeward.Reference;
using FigureKey = Homeward.Measures.Tests.Told.FigureKey;

namespace Homeward.Measures.Tests.Summary;

/// <summary>Figures of periods told one by one, as a kpi file has them.</summary>
sealed class KpiTold(ReferenceData? reference = null)
{
    readonly SortedDictionary<Month, List<(FigureKey Key, double? Value)>> periods = [];

    public ReferenceData Reference { get; } = reference ?? Deployment.Reference;

    /// <param name="value">Null: suppressed.</param>
    public KpiTold With(
        string period, double? value, string measure = "K01", string split = "all", string window = "M", string collaborative = "EAST",
        string breakdown = "Collaborative", string? level = null, string lens = "people")
    {
        Period(period).Add((new(measure, split, "all", window, lens, collaborative, breakdown, level ?? collaborative, "NONE"), value));
        return this;
    }

    /// <summary>A monthly series of one figure.</summary>
    public KpiTold Series(string first, double?[] values, string measure = "K01", string split = "all", string collaborative = "EAST", string breakdown = "Collaborative", string? level = null)
    {
        for (var i = 0; i < values.Length; i++)
        {
            With((Month.Parse(first) + i).ToString(), values[i], measure, split, collaborative: collaborative, breakdown: breakdown, level: level);
        }

        return this;
    }

    /// <summary>A period that was computed and has no figures.</summary>
    public KpiTold Computed(string period)
    {
        Period(period);
        return this;
    }

    public FigureSeries Read() => new(
        [.. periods.Select(p => new ComputedPeriod(p.Key, "run", (_, columns) => new("kpi", [.. columns.Select(name => Column(name, p.Value))])))],
        "marts/kpi",
        Reference);

    List<(FigureKey, double?)> Period(string period) =>
        periods.TryGetValue(Month.Parse(period), out var rows) ? rows : periods[Month.Parse(period)] = [];

    static Column Column(string name, List<(FigureKey Key, double? Value)> rows)
    {
        if (name == "measure_value")
        {
            var nulls = new Bits(rows.Count);
            for (var row = 0; row < rows.Count; row++)
            {
                nulls[row] = rows[row].Value is null;
            }

            return new DoubleColumn(name, [.. rows.Select(row => row.Value ?? 0)], nulls);
        }

        return TextColumn.From(name, rows.Select(row => name switch
        {
            "window" => row.Key.Window,
            "collaborative" => row.Key.Collaborative,
            "lens" => row.Key.Lens,
            "breakdown" => row.Key.Breakdown,
            "secondary_level" or "secondary_level_description" => row.Key.Secondary,
            "measure_id" => row.Key.Measure,
            "split" => row.Key.Split,
            "scope" => row.Key.Scope,
            _ => row.Key.Primary,
        }));
    }
}
