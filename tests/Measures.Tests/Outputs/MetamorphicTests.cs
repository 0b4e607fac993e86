using Homeward.Columns;
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
        var checkedRows = 0;
        foreach (var (key, value) in figures.Where(f => f.Key.Collaborative == "ALL" && f.Key is { Split: not ("people" or "pct" or "pct_out") }
            && !f.Key.Split.StartsWith("people", StringComparison.Ordinal)))
        {
            var parts = figures.Where(f => f.Key.Collaborative != "ALL" && (f.Key with
            {
                Collaborative = "ALL",
                Breakdown = f.Key.Breakdown == "Collaborative" ? "Programme" : f.Key.Breakdown,
                Primary = f.Key.Breakdown == "Collaborative" ? "NONE" : f.Key.Primary,
            }) == key).Sum(f => f.Value);
            Assert.Equal(parts, value);
            if (key is { Breakdown: "Programme", Lens: "beds" } and not { Measure: "K25" })
            {
                Assert.Equal(value, figures.Where(f => f.Key with { Primary = "NONE" } == key with { Breakdown = "Provider" }).Sum(f => f.Value));
            }

            checkedRows++;
        }

        Assert.True(checkedRows > 200);
    }

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

    static string[] Rows(Table table) =>
        [.. Enumerable.Range(0, table.RowCount).Select(row => string.Join('|', table.Columns.Select(column => Cell(column, row))))];

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
