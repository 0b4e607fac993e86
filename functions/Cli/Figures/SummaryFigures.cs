using System.Text.Json;
using Homeward.Columns;
using Homeward.Lake;

namespace Homeward.Cli.Figures;

/// <summary>What <c>comparison.parquet</c> and <c>spc.parquet</c> of a lake say of its figures (kpis.md §5).</summary>
sealed class SummaryFigures
{
    readonly Dictionary<(string Period, FigureKey Key), (KpiFile File, int Row)> comparisons = [];
    readonly Dictionary<(string Period, FigureKey Key), (KpiFile File, int Row)> limits = [];
    readonly IReadOnlyDictionary<string, string> runs;

    SummaryFigures(KpiFile? comparison, KpiFile? spc, IReadOnlyDictionary<string, string> runs, IReadOnlyDictionary<string, string?> wanted)
    {
        this.runs = runs;
        Add(comparisons, comparison, wanted);
        Add(limits, spc, wanted);
    }

    /// <summary>Nothing where the lake has none yet.</summary>
    /// <param name="zone">Marts for those of suppressed figures, Restricted for those of exact ones.</param>
    public static async Task<SummaryFigures> Read(ILakeStore store, Zone zone, IReadOnlyDictionary<string, string?> wanted, CancellationToken cancel) => new(
        await KpiFile.Read(store, LakePath.Of(zone, "comparison.parquet"), cancel),
        await KpiFile.Read(store, LakePath.Of(zone, "spc.parquet"), cancel),
        await Runs(store, cancel),
        wanted);

    /// <summary>True where they were made from this run of the month: else they are not shown beside its figures.</summary>
    public bool AreOf(Month period, string? runId) => runId is not null && runs.GetValueOrDefault(period.ToString()) == runId;

    /// <summary>The figure with its baseline and its limits, where there are any.</summary>
    public KpiRow Beside(KpiRow row)
    {
        if (comparisons.TryGetValue((row.Period, row.Key), out var comparison))
        {
            row = row with
            {
                Baseline = comparison.File.Number("baseline", comparison.Row),
                Change = comparison.File.Number("change", comparison.Row),
                ChangePct = comparison.File.Number("change_pct", comparison.Row),
                BaselinePeriod = comparison.File.Text("baseline_period", comparison.Row),
            };
        }

        return !limits.TryGetValue((row.Period, row.Key), out var limit) ? row : row with
        {
            Mean = limit.File.Number("mean", limit.Row),
            LowerLimit = limit.File.Number("lower_limit", limit.Row),
            UpperLimit = limit.File.Number("upper_limit", limit.Row),
            Assessment = limit.File.Text("assessment", limit.Row),
        };
    }

    static void Add(Dictionary<(string, FigureKey), (KpiFile, int)> to, KpiFile? file, IReadOnlyDictionary<string, string?> wanted)
    {
        foreach (var row in file?.Rows(wanted) ?? [])
        {
            to[(file!.Period(row), FigureKey.Of(file, row))] = (file, row);
        }
    }

    static async Task<IReadOnlyDictionary<string, string>> Runs(ILakeStore store, CancellationToken cancel)
    {
        if (await store.Get(LakePath.Of(Zone.Marts, LakePaths.RunFile), cancel) is not { } file)
        {
            return new Dictionary<string, string>();
        }

        using var json = JsonDocument.Parse(file.Bytes);
        return json.RootElement.GetProperty("periods").EnumerateObject().ToDictionary(run => run.Name, run => run.Value.GetString()!);
    }
}
