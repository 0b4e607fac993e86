using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Suppression.Reader;

/// <summary>
/// What somebody can know who has marts and the specification, in linear terms: what each row may be, and what adds up. Written from
/// kpis.md §3 and §4; it shares nothing with what suppresses.
/// </summary>
/// <remarks>The truth is used for one thing only: a sum that does not hold (people who fall in two rows) is not known either.</remarks>
sealed class Knowledge
{
    const double Same = 1e-9;

    static readonly string[] Totals = ["Collaborative", "Programme"];

    readonly IReadOnlyDictionary<FigureKey, double?> told;
    readonly IReadOnlyDictionary<FigureKey, double> truth;
    readonly List<FigureKey> unknowns = [];
    readonly Dictionary<FigureKey, int> numbers = [];
    readonly List<(List<(int, double)> Terms, double Slack)> rows = [];

    /// <param name="told">Rows of marts; null where suppressed.</param>
    /// <param name="truth">The exact figures of all of these.</param>
    public Knowledge(IReadOnlyDictionary<FigureKey, double?> told, IReadOnlyDictionary<FigureKey, double> truth, bool exactTotals)
    {
        (this.told, this.truth) = (told, truth);
        foreach (var key in truth.Keys.Where(key => Adds(key) && told.ContainsKey(key) && !(exactTotals && Totals.Contains(key.Breakdown))))
        {
            numbers[key] = unknowns.Count;
            unknowns.Add(key);
            Bound(key);
        }

        Breakdowns();
        Programme();
        Splits();
        Shares();
        Nested();
    }

    public IReadOnlyList<FigureKey> Unknowns => unknowns;

    public List<(List<(int Unknown, double By)> Terms, double Slack)> Rows => rows;

    /// <summary>Counts and nights of people; a share or a mean is no whole number.</summary>
    static bool Adds(FigureKey key) => Sums.Counted.Contains((key.Measure, key.Split));

    void Bound(FigureKey key)
    {
        var (one, value) = (numbers[key], truth[key]);
        if (told[key] is { } shown)
        {
            rows.Add(([(one, 1)], shown + 2 - value));
            rows.Add(([(one, -1)], value - Math.Max(5, shown - 2)));
        }
        else
        {
            rows.Add(([(one, -1)], value - (Totals.Contains(key.Breakdown) ? 0 : 1)));
        }
    }

    /// <summary>
    /// The terms together are 0, where they are so in truth; else, and with <paramref name="atLeast"/>, not negative. A row that is left out
    /// is not negative, and that is all: beside what it is a part of it loosens what is known, and without the whole nothing is.
    /// </summary>
    void Know(IEnumerable<(FigureKey Key, double By)> terms, bool atLeast = false)
    {
        var all = terms.Where(t => truth.ContainsKey(t.Key)).ToList();
        if (all.Exists(t => t.By > 0 && !told.ContainsKey(t.Key)))
        {
            return;
        }

        var shown = all.Where(t => told.ContainsKey(t.Key)).ToList();
        var sum = shown.Sum(t => t.By * truth[t.Key]);
        List<(int Unknown, double By)> moving = [.. shown.Where(t => numbers.ContainsKey(t.Key)).Select(t => (numbers[t.Key], t.By))];
        if (moving.Count > 0 && sum > -Same)
        {
            rows.Add(([.. moving.Select(t => (t.Unknown, -t.By))], Math.Max(0, sum)));
            if (!atLeast && shown.Count == all.Count && sum < Same)
            {
                rows.Add((moving, 0));
            }
        }
    }

    void Whole(FigureKey whole, IEnumerable<FigureKey> parts)
    {
        if (!truth.ContainsKey(whole))
        {
            return;
        }

        var of = parts.ToList();
        if (of.Sum(part => truth.GetValueOrDefault(part)) <= truth[whole] + Same)
        {
            Know([(whole, 1), .. of.Select(part => (part, -1.0))]);
            return;
        }

        foreach (var part in of)
        {
            Know([(whole, 1), (part, -1)], atLeast: true);
        }
    }

    void Breakdowns()
    {
        foreach (var series in truth.Keys.Where(Adds).GroupBy(key => key with { Breakdown = "", Primary = "", Secondary = "" }))
        {
            var total = series.Key.Collaborative == "ALL"
                ? series.Key with { Breakdown = "Programme", Primary = "NONE", Secondary = "NONE" }
                : series.Key with { Breakdown = "Collaborative", Primary = series.Key.Collaborative, Secondary = "NONE" };
            foreach (var breakdown in series.Where(key => !Totals.Contains(key.Breakdown)).GroupBy(key => key.Breakdown))
            {
                if (breakdown.Key == "Route")
                {
                    Under(breakdown, key => (key.Primary.Split('>')[0], key.Primary.Split('>')[1]), pair =>
                        total with { Breakdown = "Sending Provider; Receiving Provider", Primary = pair.Item1, Secondary = pair.Item2 });
                    Under(breakdown, key => key.Secondary, line => total with { Breakdown = "Service Line", Primary = line, Secondary = "NONE" });
                    continue;
                }

                Whole(total, breakdown);
                if (breakdown.Key == "Sending Provider; Receiving Provider")
                {
                    Under(breakdown, key => key.Primary, sender => total with { Breakdown = "Sending Provider", Primary = sender, Secondary = "NONE" });
                    Under(breakdown, key => key.Secondary, receiver => total with { Breakdown = "Receiving Provider", Primary = receiver, Secondary = "NONE" });
                }
            }
        }
    }

    void Under<T>(IEnumerable<FigureKey> parts, Func<FigureKey, T> by, Func<T, FigureKey> whole)
    {
        foreach (var group in parts.GroupBy(by))
        {
            Whole(whole(group.Key), group);
        }
    }

    void Programme()
    {
        foreach (var group in truth.Keys.Where(key => Adds(key) && key.Collaborative != "ALL").GroupBy(InProgramme))
        {
            Whole(group.Key, group);
        }
    }

    static FigureKey InProgramme(FigureKey key) => key.Breakdown == "Collaborative"
        ? key with { Collaborative = "ALL", Breakdown = "Programme", Primary = "NONE" }
        : key with { Collaborative = "ALL" };

    void Splits()
    {
        foreach (var place in truth.Keys.Where(Adds).GroupBy(key => key with { Measure = "", Split = "" }))
        {
            foreach (var (whole, parts, more) in Sums.Known)
            {
                FigureKey At((string Measure, string Split) of) => place.Key with { Measure = of.Measure, Split = of.Split };
                if (more)
                {
                    foreach (var part in parts)
                    {
                        Know([(At(whole), 1), (At(part), -1)], atLeast: true);
                    }
                }
                else if (parts.Any(part => truth.ContainsKey(At(part))))
                {
                    Whole(At(whole), parts.Select(At).Where(truth.ContainsKey));
                }
            }
        }

        foreach (var acute in truth.Keys.Where(key => Adds(key) && key.Scope == "acute"))
        {
            Know([(acute with { Scope = "all" }, 1), (acute, -1)], atLeast: true);
        }
    }

    /// <summary>A percentage shown is at most half a point away.</summary>
    void Shares()
    {
        foreach (var (key, value) in told.Where(row => row.Value is not null))
        {
            if (Totals.Contains(key.Breakdown) || Sums.Shares.All(s => s.Share != (key.Measure, key.Split)))
            {
                continue;
            }

            var (_, over, under) = Sums.Shares.Single(s => s.Share == (key.Measure, key.Split));
            IEnumerable<(FigureKey, double)> Terms(double share, int sign) =>
            [
                .. over.Select(of => (key with { Measure = of.Item1, Split = of.Item2 }, (double)sign)),
                .. under.Select(of => (key with { Measure = of.Item1, Split = of.Item2 }, -sign * share / 100)),
            ];
            if (over.Concat(under).All(of => key with { Measure = of.Item1, Split = of.Item2 } is var at && (!truth.ContainsKey(at) || told.ContainsKey(at))))
            {
                Know(Merged(Terms(value!.Value - 0.5, 1)), atLeast: true);
                Know(Merged(Terms(value.Value + 0.5, -1)), atLeast: true);
            }
        }
    }

    static IEnumerable<(FigureKey, double)> Merged(IEnumerable<(FigureKey Key, double By)> terms) =>
        terms.GroupBy(t => t.Key, (key, same) => (key, same.Sum(t => t.By)));

    /// <summary>All windows end together: what a shorter one counts, a longer one counts too.</summary>
    void Nested()
    {
        foreach (var (shorter, longer) in (ReadOnlySpan<(string, string)>)[("M", "R3"), ("R3", "R12"), ("M", "FY"), ("FY", "R12"), ("M", "SB"), ("R3", "FY"), ("FY", "R3")])
        {
            foreach (var series in truth.Keys.Where(key => Adds(key) && key.Window == shorter).GroupBy(key => key with { Breakdown = "", Primary = "", Secondary = "" }))
            {
                if (series.All(key => truth.GetValueOrDefault(key with { Window = longer }) >= truth[key]))
                {
                    foreach (var key in series)
                    {
                        Know([(key with { Window = longer }, 1), (key, -1)], atLeast: true);
                    }
                }
            }
        }
    }
}
