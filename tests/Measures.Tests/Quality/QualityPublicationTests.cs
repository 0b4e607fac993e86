using Homeward.Columns;
using Homeward.Measures.Catalogue;
using Homeward.Measures.Quality;
using Homeward.Measures.Tests.Suppression.Reader;
using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Quality;

/// <summary>K26: no suppressed value can be worked out from the rows of marts/data_quality. EAST has RA1 and RA2, WEST RB1 and RA2.</summary>
public class QualityPublicationTests
{
    static readonly string[] Providers = ["RA1", "RA2", "RB1", "X01"];

    const string Members = "collaborative,org_code,role,expected,from,to\nEAST,RA1,LEAD,Y,,\nEAST,RA2,MEMBER,Y,,\nWEST,RB1,LEAD,Y,,\nWEST,RA2,MEMBER,Y,,";
    const string Lines = "collaborative,service_line,from,to\nEAST,OAC,,\nWEST,AAC,,";
    const string Flow = "collaborative,service_line,home_icb,site_code,from,to\nEAST,OAC,QEE,RA101,,\nWEST,AAC,QWW,RB101,,";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void SuppressedRows_OfGeneratedSubmissions_CannotBeWorkedOut(bool exactTotals)
    {
        var tried = 0;
        for (var seed = 1; seed <= 50; seed++)
        {
            var rows = QualityFigures.Of(Input(Generated(new Random(seed)), exactTotals));
            var told = QualityPublication.Of(rows, exactTotals);
            tried += new Reader(rows, told.Values, told.LeftOut, exactTotals).Search(seed);
        }

        Assert.True(tried > 200, $"only {tried} rows are suppressed");
    }

    /// <summary>K26 added up the plain way; the third opinion is SQL over the feedback that providers were given.</summary>
    [Fact]
    public void Figures_OfGeneratedSubmissions_EqualTheNaiveOnes()
    {
        string[][] members = [["RA1", "RA2"], ["RB1", "RA2"], ["RA1", "RA2", "RB1"]];
        for (var seed = 1; seed <= 50; seed++)
        {
            var sent = Generated(new Random(seed));
            var naive = new Dictionary<(int, string?, string?, string?, string), double>();
            for (var c = 0; c < members.Length; c++)
            {
                var own = sent.Where(s => members[c].Contains(s.Provider)).ToList();
                AddNaive(naive, c, null, own);
                own.ForEach(s => AddNaive(naive, c, s.Provider, [s]));
            }

            var computed = QualityFigures.Of(Input(sent, true)).Where(row => row.Collaborative != QualityRow.NoCollaborative)
                .ToDictionary(row => (row.Collaborative, row.Of?.Provider, row.Table, row.Field, row.Split.Name), row => Math.Round(row.Figure.Value, 9));
            Assert.Equal(naive, computed);
            Assert.True(naive.Count > 100);
        }
    }

    /// <summary>Counts and nights of 0 have a row in totals only.</summary>
    static void AddNaive(Dictionary<(int, string?, string?, string?, string), double> rows, int collaborative, string? provider, List<SubmissionQuality> sent)
    {
        void Add(string? table, string? field, string split, double value, bool share)
        {
            if (share || provider is null || value > 0)
            {
                rows.Add((collaborative, provider, table, field, split), Math.Round(value, 9));
            }
        }

        string[] states = ["valid", "other", "default", "invalid", "missing"];
        foreach (var (table, field) in sent.SelectMany(s => s.Fields).Select(f => (f.Table, f.Field)).Distinct())
        {
            for (var state = 0; state < states.Length; state++)
            {
                Add(table, field, states[state], sent.SelectMany(s => s.Fields).Where(f => f.Table == table && f.Field == field).Sum(f => f.Values[state]), false);
            }
        }

        if (sent.Sum(s => s.Read) is not 0 and var read)
        {
            Add(null, null, "pct_rejected", 100.0 * sent.Sum(s => s.Rejected) / read, true);
            Add(null, null, "findings_per_1000", 1000.0 * sent.Sum(s => s.Findings) / read, true);
        }

        if (sent.Exists(s => s.Hidden is not null))
        {
            Add(null, null, "nights_hidden", sent.Sum(s => s.Hidden?.Nights ?? 0), false);
        }
    }

    [Fact]
    public void MemberOfTwoCollaboratives_CountsOnceInTheProgramme()
    {
        var rows = QualityFigures.Of(Input([Sent("RA1", 100, 10), Sent("RA2", 200, 20), Sent("RB1", 300, 30), Sent("X01", 400, 40)], true));
        Assert.Equal([300, 500, 600], Totals(rows, DataQuality.Values[0]));
        Assert.Equal([10.0, 10.0, 10.0], Totals(rows, DataQuality.Rejected));
        Assert.Equal(
            [(0, "RA1"), (0, "RA2"), (1, "RA2"), (1, "RB1"), (2, "RA1"), (2, "RA2"), (2, "RB1"), (QualityRow.NoCollaborative, "X01")],
            rows.Where(row => row.Split == DataQuality.Rejected && row.Of is not null).Select(row => (row.Collaborative, row.Of!.Provider)));
    }

    [Fact]
    public void RowsRead_None_HaveNoShare() =>
        Assert.DoesNotContain(
            QualityFigures.Of(Input([new("RA1", "RA1-2025-06-a", 0, 0, 0, null, [])], true)), row => row.Split.Figure == Figure.Ratio);

    static double[] Totals(IEnumerable<QualityRow> rows, Split split) =>
        [.. rows.Where(row => row.Of is null && row.Split == split).Select(row => row.Figure.Value)];

    static SubmissionQuality Sent(string provider, int read, int rejected) =>
        new(provider, $"{provider}-2025-06-a", read, rejected, rejected, null, [new("patients", "GenderIDCode", [read, 0, 0, 0, 0])]);

    static RunInput Input(IReadOnlyList<SubmissionQuality> sent, bool exactTotals) =>
        new(new Month(2025, 6), "run", [], [], Deployment.With(
            ("members.csv", Members),
            ("collaborative_service_lines.csv", Lines),
            ("natural_flow.csv", Flow),
            ("settings.json", $$"""{"exactTotals": {{(exactTotals ? "true" : "false")}}}""")))
        {
            Quality = sent,
        };

    /// <summary>Two tables of three fields; most values are valid, few are not.</summary>
    static List<SubmissionQuality> Generated(Random random) =>
    [
        .. Providers.Select(provider =>
        {
            var (fields, read) = (new List<FieldQuality>(), 0);
            foreach (var table in (string[])["patients", "spells"])
            {
                var rows = random.Next(3, 60);
                read += rows;
                for (var field = 0; field < 3; field++)
                {
                    int[] others = [.. Enumerable.Range(0, 4).Select(_ => random.Next(3) == 0 ? random.Next(0, 9) : 0)];
                    var scale = Math.Min(1, rows / (double)Math.Max(1, others.Sum()));
                    others = [.. others.Select(n => (int)(n * scale))];
                    fields.Add(new(table, $"Field{field}", [rows - others.Sum(), .. others]));
                }
            }

            var people = random.Next(0, 8);
            return new SubmissionQuality(
                provider, $"{provider}-2025-06-a", read, random.Next(0, Math.Min(read, 12)), random.Next(0, 20), new(people, people * random.Next(1, 30)), fields);
        }),
    ];

    /// <summary>What somebody can know who has the mart and the specification, as linear rows for <see cref="Moves"/>.</summary>
    sealed class Reader
    {
        readonly IReadOnlyList<QualityRow> rows;
        readonly double?[] values;
        readonly bool exactTotals;
        readonly List<(List<(int, double)> Terms, double Slack)> known = [];
        readonly Dictionary<(int, string?, string?, string?, string), int> unknowns = [];
        readonly List<int> rowOf = [];

        public Reader(IReadOnlyList<QualityRow> rows, double?[] values, bool[] leftOut, bool exactTotals)
        {
            (this.rows, this.values, this.exactTotals) = (rows, values, exactTotals);
            for (var row = 0; row < rows.Count; row++)
            {
                if (!leftOut[row] && !(exactTotals && rows[row].Of is null) && unknowns.TryAdd(Key(rows[row]), unknowns.Count))
                {
                    rowOf.Add(row);
                    Bound(row);
                }
            }

            foreach (var sum in rows.Where(row => row.Collaborative >= 0).GroupBy(row => (row.Collaborative, row.Table, row.Field, row.Split)))
            {
                Add([.. sum.Select(row => (row, row.Of is null ? 1.0 : -1.0))]);
            }

            foreach (var place in rows.DistinctBy(Key).GroupBy(row => (Key(row).Item1, Key(row).Item2)))
            {
                var tables = place.Where(row => row.Field is not null).GroupBy(row => row.Table).Select(table => table.GroupBy(row => row.Field).ToList()).ToList();
                foreach (var fields in tables)
                {
                    foreach (var other in fields.Skip(1))
                    {
                        Add([.. fields[0].Select(row => (row, 1.0)), .. other.Select(row => (row, -1.0))]);
                    }
                }

                foreach (var share in place.Where(row => row.Split.Figure == Figure.Ratio))
                {
                    Share(share, [.. tables.SelectMany(fields => fields[0])]);
                }
            }
        }

        public int Search(int seed)
        {
            var moves = new Moves(unknowns.Count, known);
            var secret = Enumerable.Range(0, rowOf.Count).Where(unknown => values[rowOf[unknown]] is null)
                .Where(unknown => rows[rowOf[unknown]] is not { Of: null, Figure.Value: 0 }).ToList(); // where nothing is, nobody is told of
            foreach (var unknown in secret)
            {
                var row = rows[rowOf[unknown]];
                Assert.True(
                    (moves.By(unknown, 1) ?? moves.By(unknown, -1)) is not null,
                    $"seed {seed}: {row.Of?.Provider} {row.Table} {row.Field} {row.Split.Name} is {row.Figure.Numerator}");
            }

            return secret.Count;
        }

        static (int, string?, string?, string?, string) Key(QualityRow row) =>
            (row.Of is null ? row.Collaborative : -1, row.Of?.Provider, row.Table, row.Field, row.Split.Name);

        void Bound(int row)
        {
            var (one, truth) = (rowOf.Count - 1, rows[row].Figure.Numerator!.Value);
            if (rows[row].Split.Figure != Figure.Ratio && values[row] is { } shown)
            {
                known.Add(([(one, 1)], shown + 2 - truth));
                known.Add(([(one, -1)], truth - Math.Max(5, shown - 2)));
            }
            else
            {
                known.Add(([(one, -1)], truth - (rows[row].Split.Figure == Figure.Ratio || rows[row].Of is null ? 0 : 1)));
            }
        }

        /// <summary>The terms together are 0; where one is left out, nothing is known.</summary>
        void Add(List<(QualityRow Row, double By)> terms)
        {
            if (Terms(terms) is { Count: > 0 } moving)
            {
                known.Add((moving, 0));
                known.Add(([.. moving.Select(t => (t.Item1, -t.Item2))], 0));
            }
        }

        void Share(QualityRow share, List<QualityRow> read)
        {
            var value = values[rows.ToList().IndexOf(share)];
            if (value is { } told && !(exactTotals && share.Of is null))
            {
                foreach (var (bound, sign) in ((double, int)[])[((told + 0.5) / share.Split.Scale, 1), (Math.Max(0, told - 0.5) / share.Split.Scale, -1)])
                {
                    if (Terms([(share, sign), .. read.Select(row => (row, -sign * bound))]) is { } terms)
                    {
                        known.Add((terms, -sign * (share.Figure.Numerator!.Value - (bound * read.Sum(row => row.Figure.Value)))));
                    }
                }
            }
        }

        List<(int, double)>? Terms(List<(QualityRow Row, double By)> terms) =>
            terms.TrueForAll(t => unknowns.ContainsKey(Key(t.Row)) || (exactTotals && t.Row.Of is null))
                ? [.. terms.Where(t => unknowns.ContainsKey(Key(t.Row))).Select(t => (unknowns[Key(t.Row)], t.By))]
                : null;
    }
}
