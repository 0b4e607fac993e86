using Homeward.Columns;
using Homeward.Measures.Catalogue;
using Homeward.Measures.Tests.Naive;
using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Outputs;

/// <summary>What must not change a figure, and what figures must add up to.</summary>
public class MetamorphicTests
{
    static readonly Month Period = new(2025, 6);

    [Theory]
    [InlineData(101)]
    [InlineData(102)]
    [InlineData(103)]
    public void OrderOfMonthsAndRows_ChangesNothing(int seed)
    {
        var region = new GeneratedRegion(seed, new(2025, 1), Period, people: 30);
        var random = new Random(seed);
        List<MonthTold> shuffled = [.. region.Months.Select(month => Shuffled(month, random))];
        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(shuffled));

        Same(Run(region.Months), Run(shuffled));
    }

    [Fact]
    public void RowsOutsideEveryWindow_ChangeNothing()
    {
        var region = new GeneratedRegion(7, new(2025, 1), Period, people: 30);
        var before = new MonthTold("RA1", new(2024, 6));
        var after = new MonthTold("RA1", new(2025, 9));
        foreach (var month in (MonthTold[])[before, after])
        {
            month.Patients.Add(new("P1", "person1"));
            month.Referrals.Add(new("R1-1", "P1", "person1", month.Period.FirstDay, Reason: "10", Referring: "RA2"));
            month.Spells.Add(new("S1-1", "R1-1", "person1", "QEE", month.Period.FirstDay));
        }

        Same(Run(region.Months), Run([.. region.Months, before, after]));
    }

    [Fact]
    public void ProgrammeCounts_AreTheSumOfCollaboratives_AndBedsOfProviders()
    {
        var figures = Run(new GeneratedRegion(11, new(2025, 1), Period, people: 60).Months).Exact;
        var additive = MeasureCatalogue.All.SelectMany(m => m.Splits.Where(s => s.Additive).Select(s => (m.Id, s.Name))).ToHashSet();
        var counts = figures.Where(f => additive.Contains((f.Key.Measure, f.Key.Split))).ToList();

        var sums = counts.Where(f => f.Key.Collaborative != "ALL").GroupBy(f => InProgramme(f.Key)).ToDictionary(g => g.Key, g => g.Sum(f => f.Value));
        var programme = counts.Where(f => f.Key.Collaborative == "ALL").ToDictionary();
        Assert.All(programme, f => Assert.Equal(sums.GetValueOrDefault(f.Key), f.Value));
        Assert.True(programme.Count > 1000);

        var providers = counts.Where(f => f.Key.Breakdown == "Provider" && f.Key.Lens == "beds").GroupBy(f => f.Key with { Primary = "" })
            .ToDictionary(g => g.Key with { Breakdown = g.Key.Collaborative == "ALL" ? "Programme" : "Collaborative" }, g => g.Sum(f => f.Value));
        Assert.All(providers, p => Assert.Equal(figures[p.Key with { Primary = p.Key.Collaborative == "ALL" ? "NONE" : p.Key.Collaborative }], p.Value));
        Assert.NotEmpty(providers);
    }

    static FigureKey InProgramme(FigureKey key) => key.Breakdown == "Collaborative"
        ? key with { Collaborative = "ALL", Breakdown = "Programme", Primary = "NONE" }
        : key with { Collaborative = "ALL" };

    static Figures Run(IEnumerable<MonthTold> months) =>
        new(RegionRun.Compute(new(Period, "run", [.. months.Select(m => m.Curated())], [], Deployment.Reference)));

    static MonthTold Shuffled(MonthTold month, Random random) => new(month.Provider, month.Period)
    {
        Patients = Shuffled(month.Patients, random),
        Referrals = Shuffled(month.Referrals, random),
        Spells = Shuffled(month.Spells, random),
        Stays = Shuffled(month.Stays, random),
        Oaps = Shuffled(month.Oaps, random),
    };

    static List<T> Shuffled<T>(List<T> rows, Random random)
    {
        var copy = rows.ToArray();
        random.Shuffle(copy);
        return [.. copy];
    }

    /// <summary>Every file has the same rows in the same order.</summary>
    static void Same(Figures expected, Figures actual)
    {
        Assert.Equal(expected.Files.Select(f => f.Path), actual.Files.Select(f => f.Path));
        foreach (var (a, b) in expected.Files.Zip(actual.Files))
        {
            Assert.Equal(a.Bytes, b.Bytes);
            Assert.Equal(a.Table is null ? [] : Rows(a.Table), b.Table is null ? [] : Rows(b.Table));
        }
    }

    /// <summary>Without the line of the file, which is where the row lies in it.</summary>
    static string[] Rows(Table table) =>
    [
        .. Enumerable.Range(0, table.RowCount)
            .Select(row => string.Join('|', table.Columns.Where(column => column.Name != "line").Select(column => Cell(column, row)))),
    ];

    static string Cell(Column column, int row) => column.IsNull(row) ? "" : column switch
    {
        TextColumn text => text[row]!,
        Column<int> number => $"{number.Values[row]}",
        Column<long> number => $"{number.Values[row]}",
        Column<double> number => $"{number.Values[row]:R}",
        Column<bool> flag => $"{flag.Values[row]}",
        _ => throw new InvalidOperationException(column.Name),
    };
}
