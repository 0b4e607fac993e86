using Homeward.Columns;
using Homeward.Measures.Catalogue;
using Homeward.Measures.Outputs;
using Homeward.Reference;

namespace Homeward.Measures.Summary;

/// <summary>The figures of all periods, each key's texts numbered once.</summary>
sealed class FigureSeries
{
    static readonly string[] Texts =
        ["window", "collaborative", "lens", "breakdown", "primary_level", "secondary_level", "measure_id", "split", "scope"];

    static readonly string[] Described = ["primary_level_description", "secondary_level_description"];

    readonly TextNumbers[] numbers = [.. Texts.Select(_ => new TextNumbers())];
    readonly Dictionary<(int Column, int Level), string> descriptions = [];
    readonly Dictionary<Month, Dictionary<FigureKey, double?>> byPeriod = [];

    /// <param name="folder"><c>marts/kpi</c> or <c>restricted/kpi</c>.</param>
    public FigureSeries(ComputedPeriod[] periods, string folder, ReferenceData reference)
    {
        Periods = periods;
        foreach (var period in periods)
        {
            byPeriod[period.Period] = Read(period.Read($"{folder}/period={period.Period}/data.parquet", [.. Texts, .. Described, "measure_value"]));
        }

        Splits = MeasureCatalogue.All.SelectMany(m => m.Splits, (measure, split) => (measure, split))
            .ToDictionary(s => (s.measure.Id, s.split.Name));
        Collaboratives = reference.Collaboratives.ToDictionary(c => c.Code, StringComparer.Ordinal);
    }

    public IReadOnlyList<ComputedPeriod> Periods { get; }

    public IReadOnlyDictionary<(string Measure, string Split), (Measure Measure, Split Split)> Splits { get; }

    public IReadOnlyDictionary<string, Collaborative> Collaboratives { get; }

    /// <summary>A period's figures; a value is null where it is suppressed. Empty for a period that was not computed.</summary>
    public IReadOnlyDictionary<FigureKey, double?> Of(Month period) => byPeriod.GetValueOrDefault(period) ?? [];

    /// <summary>The period was computed.</summary>
    public bool Has(Month period) => byPeriod.ContainsKey(period);

    /// <summary>Where an exact file has no row, the figure is 0: a count or nights, but no money, which may not have been sent.</summary>
    public bool CountsFromZero(FigureKey key) =>
        Definition(key).Split is { Figure: Figure.Sum or Figure.People, Unit: not Unit.Gbp };

    /// <summary>The codes of every level of some breakdowns, first and second.</summary>
    public IEnumerable<string> Levels(string[] breakdowns) => byPeriod.Values.SelectMany(figures => figures.Keys)
        .Where(key => breakdowns.Contains(Breakdown(key)))
        .SelectMany(key => new[] { key.Primary, key.Secondary }.Zip([4, 5], (level, column) => numbers[column][level]))
        .Where(code => code != LevelText.None.Code);

    /// <summary>Every key of any period, in the order of the published tables.</summary>
    public IEnumerable<FigureKey> Keys() => byPeriod.Values.SelectMany(figures => figures.Keys).Distinct().OrderBy(key => key, Comparer<FigureKey>.Create(Compare));

    public string Window(FigureKey key) => numbers[0][key.Window];

    public string Collaborative(FigureKey key) => numbers[1][key.Collaborative];

    public string Lens(FigureKey key) => numbers[2][key.Lens];

    public string Breakdown(FigureKey key) => numbers[3][key.Breakdown];

    public string Primary(FigureKey key) => numbers[4][key.Primary];

    public string Secondary(FigureKey key) => numbers[5][key.Secondary];

    public string PrimaryDescription(FigureKey key) => descriptions[(4, key.Primary)];

    public string SecondaryDescription(FigureKey key) => descriptions[(5, key.Secondary)];

    public string Measure(FigureKey key) => numbers[6][key.Measure];

    public string Split(FigureKey key) => numbers[7][key.Split];

    public string Scope(FigureKey key) => numbers[8][key.Scope];

    public (Measure Measure, Split Split) Definition(FigureKey key) => Splits[(Measure(key), Split(key))];

    public int Compare(FigureKey a, FigureKey b)
    {
        (int Column, int A, int B)[] columns =
        [
            (6, a.Measure, b.Measure), (0, a.Window, b.Window), (1, a.Collaborative, b.Collaborative), (2, a.Lens, b.Lens),
            (3, a.Breakdown, b.Breakdown), (4, a.Primary, b.Primary), (5, a.Secondary, b.Secondary), (7, a.Split, b.Split), (8, a.Scope, b.Scope),
        ];
        foreach (var (column, left, right) in columns)
        {
            if (left != right)
            {
                return string.CompareOrdinal(numbers[column][left], numbers[column][right]);
            }
        }

        return 0;
    }

    Dictionary<FigureKey, double?> Read(Table table)
    {
        var codes = Texts.Select((name, i) => numbers[i].Of(table.Text(name))).ToArray();
        var values = table.Double("measure_value");
        var figures = new Dictionary<FigureKey, double?>(table.RowCount);
        for (var row = 0; row < table.RowCount; row++)
        {
            var key = new FigureKey(
                codes[0][row], codes[1][row], codes[2][row], codes[3][row], codes[4][row], codes[5][row], codes[6][row], codes[7][row], codes[8][row]);
            figures[key] = values[row];
            for (var level = 4; level <= 5; level++)
            {
                // The newest period's name stands: names change.
                descriptions[(level, codes[level][row])] = table.Text(Described[level - 4])[row]!;
            }
        }

        return figures;
    }
}
