using System.Collections.Concurrent;
using Homeward.Columns;
using Homeward.Measures.Catalogue;
using Homeward.Measures.Tallying;
using Homeward.Measures.Tests.Told;
using Homeward.Measures.Time;
using Homeward.Reference;

namespace Homeward.Measures.Tests.Naive;

/// <summary>Every exact figure equals the naive reference's, on generated regions.</summary>
public class NaiveComparisonTests
{
    static readonly int[] seeds = [.. Enumerable.Range(1, 12)];

    static readonly ConcurrentDictionary<int, Lazy<Opinion>> opinions = new();

    public static TheoryData<int> Seeds => [.. seeds];

    /// <param name="Counted">Series that have a figure other than 0.</param>
    /// <param name="BrokenDown">Breakdowns that have a figure other than 0, by measure.</param>
    sealed record Opinion(
        List<string> Differences, int Figures, HashSet<(string Measure, string Split, string Window, string Lens)> Counted, HashSet<(string Measure, string Breakdown)> BrokenDown);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Figures_OfAGeneratedRegion_EqualTheNaiveOnes(int seed)
    {
        var (differences, figures, _, _) = Of(seed);
        Assert.True(differences.Count == 0, $"seed {seed}: {differences.Count} of {figures} differ\n" + string.Join('\n', differences.Take(12)));
    }

    /// <summary>Equal zeros would prove nothing: every split has other figures in every window and lens that it has.</summary>
    [Fact]
    public void Figures_OfGeneratedRegions_AreOfEveryMeasure()
    {
        var counted = seeds.SelectMany(seed => Of(seed).Counted).ToHashSet();
        var asked = from measure in MeasureCatalogue.InKpi
                    from split in measure.Splits
                    from window in Enumerable.Range(0, WindowNames.Count)
                    where ((int)split.Windows >> window & 1) == 1
                    from lens in (Looks[])[Looks.People, Looks.Beds]
                    where (measure.Looks == lens || measure.Looks == Looks.Both) && (split.Only ?? lens) == lens
                    select (measure.Id, split.Name, WindowNames.At(window), lens.ToString().ToLowerInvariant());
        Assert.Empty(asked.Except(counted));
    }

    /// <summary>Every breakdown too; what is counted of placements has all that placements have.</summary>
    [Fact]
    public void Figures_OfGeneratedRegions_AreOfEveryBreakdown()
    {
        string[] ofPlacements =
        [
            "Collaborative", "Programme", "Provider", "ICB", "Commissioner", "Service Line", "Bed Class", "Age Band", "Gender", "Ethnic Group", "IMD Decile",
            "Primary Reason for Referral", "OAP Reason", "Sending Provider", "Receiving Provider", "Sending Provider; Receiving Provider",
        ];
        var counted = seeds.SelectMany(seed => Of(seed).BrokenDown).ToHashSet();
        Assert.Empty(BreakdownNames.InKpi.Except(counted.Select(c => c.Breakdown)));

        // K06 is a share of all stays, which have no sender or reason.
        Assert.Empty(MeasureCatalogue.InKpi.Where(m => m.OfPlacements && m.Id != "K06").SelectMany(m => ofPlacements, (m, breakdown) => (m.Id, breakdown)).Except(counted));
    }

    static Opinion Of(int seed) => opinions.GetOrAdd(seed, _ => new(() => Compare(seed))).Value;

    static Opinion Compare(int seed)
    {
        var reference = ReferenceOf(seed);
        var months = new GeneratedServices(seed).AddTo(new GeneratedRegion(seed, new Month(2025, 1), new Month(2025, 7), people: 14).Months);
        var judged = Judged(months, seed);
        var opinion = new Opinion([], 0, [], []);
        foreach (var period in (Month[])[new(2025, 6), new(2025, seed % 3 == 0 ? 2 : 4)])
        {
            var input = new RunInput(period, "run", [.. months.Select(m => m.Curated())], judged, reference);

            var computed = new Figures(RegionRun.Compute(input)).Exact.ToDictionary();
            var naive = new NaiveEngine(reference, months, judged, period).Figures();

            opinion.Differences.AddRange(Differences(naive, computed).Select(difference => $"{period} {difference}"));
            opinion.Counted.UnionWith(naive.Where(f => f.Value != 0).Select(f => (f.Key.Measure, f.Key.Split, f.Key.Window, f.Key.Lens)));
            opinion.BrokenDown.UnionWith(naive.Where(f => f.Value != 0).Select(f => (f.Key.Measure, f.Key.Breakdown)));
            opinion = opinion with { Figures = opinion.Figures + naive.Count };
        }

        return opinion;
    }

    /// <summary>Every second region has baselines within its months, members who join and a natural flow that moves; the others a stated cost.</summary>
    static ReferenceData ReferenceOf(int seed)
    {
        var budgets = """
            collaborative,service_line,commissioner,financial_year,amount
            EAST,AAC,QEE,2024/25,1200000
            EAST,AAC,QEE,2025/26,1300000.55
            EAST,OAC,QWW,2025/26,240000
            WEST,AAC,QWW,2024/25,99999.99
            """;
        return seed % 2 == 0
            ? Deployment.With(
                ("budgets.csv", budgets),
                ("baselines.csv", "collaborative,service_line,measure_id,split,value,source\nEAST,AAC,K22,actual,123456.78,agreed"))
            : Deployment.With(
                ("budgets.csv", budgets),
                ("collaboratives.csv", "collaborative,name,baseline_from,baseline_to\nEAST,East,2025-01,2025-02\nWEST,West,2025-01,2025-03"),
                ("members.csv", """
                    collaborative,org_code,role,expected,from,to
                    EAST,RA1,LEAD,Y,,
                    EAST,RA2,MEMBER,Y,2025-02-10,
                    WEST,RB1,LEAD,Y,,
                    """),
                ("natural_flow.csv", """
                    collaborative,service_line,home_icb,site_code,from,to
                    EAST,AAC,QEE,RA101,,
                    EAST,AAC,QEE,RA201,,2025-04-15
                    EAST,OAC,QEE,RA101,,
                    EAST,CYP,QEE,RA102,2025-03-01,
                    WEST,AAC,QWW,RB101,,
                    WEST,AAC,QWW,X0101,2025-05-01,
                    """));
    }

    /// <summary>Months that came in time, late or after a first attempt, and months of which nothing was accepted.</summary>
    static List<JudgedSubmission> Judged(IReadOnlyList<MonthTold> months, int seed)
    {
        var random = new Random(seed);
        List<JudgedSubmission> judged = [];
        foreach (var provider in (string[])["RA1", "RA2", "RB1", "X01"])
        {
            for (var month = new Month(2025, 1); month <= new Month(2025, 7); month += 1)
            {
                var cutOff = new DateTimeOffset((month + 1).FirstDay.AddDays(20), new TimeOnly(23, 59), TimeSpan.FromHours((month + 1).Number is > 3 and < 11 ? 1 : 0));
                void Add(SubmissionState state, int minutes) => judged.Add(new(provider, month, $"u{judged.Count}", state, cutOff.AddMinutes(minutes)));
                if (random.Next(4) == 0)
                {
                    Add(SubmissionState.Rejected, -500);
                }

                if (months.Any(m => m.Provider == provider && m.Period == month))
                {
                    Add(SubmissionState.Accepted, random.Next(3) - 1);
                    Add(SubmissionState.Accepted, 1000);
                }
            }
        }

        return judged;
    }

    static IEnumerable<string> Differences(Dictionary<FigureKey, double> expected, Dictionary<FigureKey, double> actual) =>
        from key in expected.Keys.Union(actual.Keys)
        let naive = Find(expected, key)
        let computed = Find(actual, key)
        where naive is null || computed is null || Math.Abs(naive.Value - computed.Value) > 1e-9 * Math.Max(1, Math.Abs(naive.Value))
        select $"{key}: expected {naive?.ToString() ?? "no row"}, computed {computed?.ToString() ?? "no row"}";

    static double? Find(Dictionary<FigureKey, double> figures, FigureKey key) => figures.TryGetValue(key, out var value) ? value : null;
}
