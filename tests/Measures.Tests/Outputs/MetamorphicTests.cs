using System.Globalization;
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
        var months = new GeneratedServices(seed).AddTo(new GeneratedRegion(seed, new(2025, 1), Period, people: 30).Months);
        var random = new Random(seed);
        List<MonthTold> shuffled = [.. months.Select(month => Shuffled(month, random))];
        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(shuffled));

        Same(Run(months), Run(shuffled));
    }

    [Fact]
    public void RowsOutsideEveryWindow_ChangeNothing()
    {
        var months = new GeneratedServices(7).AddTo(new GeneratedRegion(7, new(2025, 1), Period, people: 30).Months);
        var before = new MonthTold("RA1", new(2024, 6));
        var after = new MonthTold("RA1", new(2025, 9));
        foreach (var month in (MonthTold[])[before, after])
        {
            month.Patients.Add(new("P1", "person1"));
            month.Referrals.Add(new("R1-1", "P1", "person1", month.Period.FirstDay, Reason: "10", Referring: "RA2"));
            month.Spells.Add(new("S1-1", "R1-1", "person1", "QEE", month.Period.FirstDay));
        }

        Same(Run(months), Run([.. months, before, after]));
    }

    [Fact]
    public void ProgrammeCounts_AreTheSumOfCollaboratives_AndBedsOfProviders()
    {
        var figures = Run(new GeneratedServices(11).AddTo(new GeneratedRegion(11, new(2025, 1), Period, people: 40).Months)).Exact;
        var additive = MeasureCatalogue.All.SelectMany(m => m.Splits.Where(s => s.Additive).Select(s => (m.Id, s.Name))).ToHashSet();
        var counts = figures.Where(f => additive.Contains((f.Key.Measure, f.Key.Split))).ToList();

        var sums = counts.Where(f => f.Key.Collaborative != "ALL").GroupBy(f => InProgramme(f.Key)).ToDictionary(g => g.Key, g => g.Sum(f => f.Value));
        var programme = counts.Where(f => f.Key.Collaborative == "ALL").ToDictionary();
        Assert.All(programme, f => Assert.Equal(sums.GetValueOrDefault(f.Key), f.Value, 6));
        Assert.True(programme.Count > 1000);

        var providers = counts.Where(f => f.Key.Breakdown == "Provider" && f.Key.Lens == "beds").GroupBy(f => f.Key with { Primary = "" })
            .ToDictionary(g => g.Key with { Breakdown = g.Key.Collaborative == "ALL" ? "Programme" : "Collaborative" }, g => g.Sum(f => f.Value));
        Assert.All(providers, p => Assert.Equal(figures[p.Key with { Primary = p.Key.Collaborative == "ALL" ? "NONE" : p.Key.Collaborative }], p.Value, 6));
        Assert.NotEmpty(providers);
    }

    /// <summary>
    /// Every file split in two, half of the people in each: what is counted in the halves adds up to the whole, people too, since nobody is
    /// in both. Not coverage, which counts the files, and not requests, whose presence decides what K27 counts.
    /// </summary>
    [Theory]
    [InlineData(104)]
    [InlineData(105)]
    public void FilesSplitInTwo_SumToTheWhole(int seed)
    {
        var months = new GeneratedServices(seed).AddTo(new GeneratedRegion(seed, new(2025, 1), Period + 1, people: 30).Months);
        foreach (var month in months)
        {
            month.Requests.Clear();
            month.Offers.Clear();
            month.Reviews.RemoveAll(r => !r.Key.Contains('-', StringComparison.Ordinal)); // told again of somebody else
        }

        var counted = MeasureCatalogue.InKpi.Where(m => m.Id != "K25")
            .SelectMany(m => m.Splits.Where(s => s.Figure is Figure.Sum or Figure.People).Select(s => (m.Id, s.Name))).ToHashSet();
        var whole = Counts(months);
        var halves = new[] { 0, 1 }.Select(half => Counts(months.Select(month => Half(month, half)))).ToArray();

        Assert.All(whole.Keys.Union(halves[0].Keys).Union(halves[1].Keys), key =>
            Assert.Equal(whole.GetValueOrDefault(key), halves[0].GetValueOrDefault(key) + halves[1].GetValueOrDefault(key), 6));
        Assert.All(halves, half => Assert.True(half.Count(f => f.Value != 0) > 5000, $"only {half.Count(f => f.Value != 0)} figures"));

        Dictionary<FigureKey, double> Counts(IEnumerable<MonthTold> told) =>
            Run(told).Exact.Where(f => counted.Contains((f.Key.Measure, f.Key.Split))).ToDictionary();
    }

    /// <summary>What hangs on a person goes with them, a review or bill with whom it names; wards and other bills by turns.</summary>
    static MonthTold Half(MonthTold month, int half)
    {
        bool Mine(string key) => int.Parse(key.SkipWhile(c => !char.IsDigit(c)).TakeWhile(char.IsDigit).ToArray(), CultureInfo.InvariantCulture) % 2 == half;
        bool Theirs(string person) => Mine(month.Patients.Find(p => p.Person == person)!.Local);
        bool Named(string? key) => Mine(key!.Split('|')[1]);
        return new(month.Provider, month.Period)
        {
            Patients = month.Patients.FindAll(p => Mine(p.Local)),
            Referrals = month.Referrals.FindAll(r => Mine(r.Patient)),
            Spells = month.Spells.FindAll(s => Mine(s.Key)),
            Stays = month.Stays.FindAll(s => Mine(s.Spell)),
            Oaps = month.Oaps.FindAll(o => Mine(o.Patient)),
            Ready = month.Ready.FindAll(r => Mine(r.Spell)),
            Incidents = month.Incidents.FindAll(i => Mine(i.Stay)),
            Caseloads = month.Caseloads.FindAll(c => Theirs(c.Person)),
            Reviews = month.Reviews.FindAll(r => (r.Spell ?? r.Oap) is { } named ? Named(named) : Theirs(r.Person)),
            Wards = [.. month.Wards.Where((_, i) => i % 2 == half)],
            Spend = [.. month.Spend.Where((bill, i) => (bill.Oap ?? bill.Spell) is { } named ? Named(named) : i % 2 == half)],
        };
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
        Wards = Shuffled(month.Wards, random),
        Ready = Shuffled(month.Ready, random),
        Caseloads = Shuffled(month.Caseloads, random),
        Reviews = Shuffled(month.Reviews, random),
        Requests = Shuffled(month.Requests, random),
        Offers = Shuffled(month.Offers, random),
        Incidents = Shuffled(month.Incidents, random),
        Spend = Shuffled(month.Spend, random),
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
