using Homeward.Columns;
using Homeward.Measures.Catalogue;
using Homeward.Measures.Records;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;
using Homeward.Reference;

namespace Homeward.Measures.Outputs;

/// <summary>The long table of figures that kpis.md §6 lays down, exact or suppressed.</summary>
sealed class KpiTable
{
    /// <summary>The programme, in the column <c>collaborative</c>.</summary>
    public const string Programme = "ALL";

    static readonly string[] Lines =
        [.. Enum.GetValues<ServiceLine>().Select(line => line == ServiceLine.Unknown ? CodePool.Unknown : line.ToString())];

    readonly RunInput input;
    readonly Layout layout;
    readonly Coverage coverage;
    readonly string[] collaboratives;
    readonly LevelText[] collaborativeTexts;
    readonly LevelText[] primary;
    readonly LevelText[] secondary;
    readonly int[] ranks;
    readonly int[,] starts;

    public KpiTable(RunInput input, IReadOnlyList<Window> windows, Layout layout, LevelTexts texts, Coverage coverage)
    {
        this.input = input;
        this.layout = layout;
        this.coverage = coverage;
        collaborativeTexts = [.. input.Reference.Collaboratives.Select(c => new LevelText(c.Code, c.Name)), LevelText.None];
        collaboratives = [.. input.Reference.Collaboratives.Select(c => c.Code), Programme];
        starts = Starts(windows);
        var cells = Enumerable.Range(0, layout.Count).Select(cell => layout[cell]).ToArray();
        primary = [.. cells.Select(c => texts.Of(c.Breakdown, c.Primary))];
        secondary = [.. cells.Select(c => c.Secondary < 0 ? LevelText.None : texts.Of(c.Breakdown, c.Secondary))];
        ranks = new int[layout.Count];
        var order = Enumerable.Range(0, layout.Count)
            .OrderBy(cell => cells[cell].Breakdown)
            .ThenBy(cell => primary[cell].Code, StringComparer.Ordinal)
            .ThenBy(cell => secondary[cell].Code, StringComparer.Ordinal)
            .ThenBy(cell => cells[cell].Line)
            .ToArray();
        for (var rank = 0; rank < order.Length; rank++)
        {
            ranks[order[rank]] = rank;
        }
    }

    /// <summary>Rows in the order of the table: measure, window, collaborative, lens, breakdown, levels, split, scope.</summary>
    public KpiRow[] Sort(List<KpiRow> rows)
    {
        var measures = MeasureCatalogue.All.Select((measure, index) => (measure, index)).ToDictionary(m => m.measure.Id, m => m.index);
        var splits = MeasureCatalogue.All.SelectMany(m => m.Splits.OrderBy(s => s.Name, StringComparer.Ordinal).Select((s, index) => (s, index)))
            .ToDictionary(s => s.s, s => s.index);
        var sorted = rows.ToArray();
        var keys = Array.ConvertAll(sorted, row =>
            (((((((ulong)measures[row.Measure.Id] << 3 | (uint)row.Window) << 10 | (uint)row.Collaborative) << 1 | (uint)row.Lens) << 24
                | (uint)ranks[row.Cell]) << 8 | (uint)splits[row.Split]) << 1) | (uint)row.Scope);
        Array.Sort(keys, sorted);
        return sorted;
    }

    /// <summary>Whether the period's figures may still change.</summary>
    public static string Status(RunInput input) => input.Period <= input.Reference.Settings.ClosedThrough ? "Final" : "Provisional";

    /// <summary>Exact figures, with numerator and denominator.</summary>
    public Table Exact(KpiRow[] rows)
    {
        var values = Array.ConvertAll(rows, row => (double?)row.Value);
        return new("kpi",
        [
            .. Columns(rows, values),
            Doubles("numerator", Array.ConvertAll(rows, row => row.Numerator)),
            Doubles("denominator", Array.ConvertAll(rows, row => row.Denominator)),
        ]);
    }

    /// <summary>Figures as published; null where suppressed.</summary>
    public Table Published(KpiRow[] rows, double?[] values) => new("kpi", Columns(rows, values));

    Column[] Columns(KpiRow[] rows, double?[] values)
    {
        var period = input.Period;
        string[] names = [.. Enumerable.Range(0, WindowNames.Count).Select(WindowNames.At)];
        return
        [
            new DateColumn("reporting_period_start", Array.ConvertAll(rows, row => starts[row.Collaborative, row.Window])),
            new DateColumn("reporting_period_end", Array.ConvertAll(rows, _ => period.End)),
            TextPool.Column("window", names, Array.ConvertAll(rows, row => row.Window)),
            TextPool.Column("collaborative", collaboratives, Array.ConvertAll(rows, row => row.Collaborative)),
            TextPool.Column("lens", ["people", "beds"], Array.ConvertAll(rows, row => (int)row.Lens)),
            Breakdowns(rows),
            Levels("primary_level", rows, primary, text => text.Code, own: true),
            Levels("primary_level_description", rows, primary, text => text.Description, own: true),
            Levels("secondary_level", rows, secondary, text => text.Code, own: false),
            Levels("secondary_level_description", rows, secondary, text => text.Description, own: false),
            Texts("measure_id", rows, row => row.Measure.Id),
            Texts("measure_name", rows, row => row.Measure.Name),
            Texts("split", rows, row => row.Split.Name),
            TextPool.Column("scope", ["all", "acute"], Array.ConvertAll(rows, row => (int)row.Scope)),
            Doubles("measure_value", values),
            Texts("unit", rows, row => row.Split.Unit.ToString().ToLowerInvariant()),
            new BooleanColumn("suppressed", Array.ConvertAll(values, value => value is null)),
            Doubles("coverage", Array.ConvertAll(rows, CoverageOf)),
            TextColumn.Constant("status", Status(input), rows.Length),
            TextColumn.Constant("run_id", input.RunId, rows.Length),
        ];
    }

    /// <summary>Where each collaborative's window starts; the programme's where the first of them does.</summary>
    int[,] Starts(IReadOnlyList<Window> windows)
    {
        var first = new int[collaboratives.Length, WindowNames.Count];
        foreach (var window in windows.OrderByDescending(w => w.Start))
        {
            for (var collaborative = 0; collaborative < collaboratives.Length; collaborative++)
            {
                if (collaborative == collaboratives.Length - 1 || window.IsFor(collaborative))
                {
                    first[collaborative, window.Index] = window.Start;
                }
            }
        }

        return first;
    }

    /// <summary>The rows of <c>marts/oap_flow</c>: sender, receiver and service line.</summary>
    public Table Flow(KpiRow[] rows, double?[] values) => new("oap_flow",
    [
        .. Columns(rows, values).Where(column => column.Name is not ("breakdown" or "scope" or "lens")).Select(Renamed),
        TextPool.Column("service_line", Lines, Array.ConvertAll(rows, row => (int)layout[row.Cell].Line)),
    ]);

    static Column Renamed(Column column) => column.Name switch
    {
        "primary_level" => column.Named("sending_provider"),
        "primary_level_description" => column.Named("sending_provider_name"),
        "secondary_level" => column.Named("receiving_provider"),
        "secondary_level_description" => column.Named("receiving_provider_name"),
        _ => column,
    };

    TextColumn Breakdowns(KpiRow[] rows)
    {
        string[] names = [.. Enum.GetValues<Breakdown>().Select(BreakdownNames.Of), BreakdownNames.Programme];
        return TextPool.Column("breakdown", names, Array.ConvertAll(rows, row =>
            row.Cell == 0 && row.Collaborative == collaboratives.Length - 1 ? names.Length - 1 : (int)layout[row.Cell].Breakdown));
    }

    /// <param name="own">A total's level is its collaborative.</param>
    TextColumn Levels(string name, KpiRow[] rows, LevelText[] levels, Func<LevelText, string> text, bool own)
    {
        string[] texts = [.. levels.Select(text), .. collaborativeTexts.Select(text)];
        return TextPool.Column(
            name, texts, Array.ConvertAll(rows, row => row.Cell == 0 && own ? levels.Length + row.Collaborative : row.Cell));
    }

    static TextColumn Texts(string name, KpiRow[] rows, Func<KpiRow, string> text)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var codes = Array.ConvertAll(rows, row => numbers.TryGetValue(text(row), out var number) ? number : numbers[text(row)] = numbers.Count);
        return TextPool.Column(name, [.. numbers.Keys], codes);
    }

    double? CoverageOf(KpiRow row) => layout[row.Cell].Breakdown == Breakdown.Provider
        ? coverage.Of(primary[row.Cell].Code, row.Collaborative, row.Window, row.Measure.Ahead)
        : coverage.Of(row.Collaborative, row.Window, row.Measure.Ahead);

    static DoubleColumn Doubles(string name, double?[] values)
    {
        var nulls = new Bits(values.Length);
        for (var row = 0; row < values.Length; row++)
        {
            nulls[row] = values[row] is null;
        }

        return new(name, Array.ConvertAll(values, value => value ?? 0), nulls);
    }
}
