using Homeward.Measures.Catalogue;
using Homeward.Measures.Outputs;
using Homeward.Measures.Tallying;

namespace Homeward.Measures.Suppression;

/// <summary>The published tables of one lens as the interval problem that a reader could solve.</summary>
sealed class PublishedTables
{
    const double Same = 1e-6;

    /// <summary>Positions among the window names: all windows end together, so that the first of each pair lies in the second.</summary>
    static readonly (int Shorter, int Longer)[] Windows = [(0, 1), (1, 2), (0, 3), (3, 2), (0, 4), (1, 3), (3, 1)];

    readonly KpiRow[] rows;
    readonly Layout layout;
    readonly int programme;
    readonly bool exactTotals;
    readonly int[] group;
    readonly int[] shares;
    readonly IntervalProblem problem = new();
    readonly Dictionary<(int Window, int Series, int Collaborative, int Cell), int> cells = [];
    readonly Dictionary<int, List<int>> rowsOf = [];
    readonly Dictionary<int, int> shareOf = [];
    readonly Dictionary<(int Window, string Name, int Collaborative, int Cell), int> unpublished = [];
    readonly Dictionary<Level, int> cellOf = [];

    /// <param name="group">The rows of the windows and the lens, by number: figures that add up, and shares of them.</param>
    public PublishedTables(KpiRow[] rows, Layout layout, int programme, bool exactTotals, int[] group)
    {
        (this.rows, this.layout, this.programme, this.exactTotals) = (rows, layout, programme, exactTotals);
        this.group = Array.FindAll(group, row => !PublishedSums.OfShares.ContainsKey(rows[row].Split));
        shares = Array.FindAll(group, row => PublishedSums.OfShares.ContainsKey(rows[row].Split));
        for (var cell = 0; cell < layout.Count; cell++)
        {
            cellOf[layout[cell]] = cell;
        }
    }

    /// <summary>Takes back what could be worked out.</summary>
    public void Protect(double?[] values, bool[] leftOut)
    {
        AddCells(values);
        foreach (var window in group.GroupBy(row => rows[row].Window))
        {
            int[] of = [.. window];
            AddBreakdowns(of);
            AddProgramme(of);
            AddSplits(of, window.Key);
            AddScopes(of);
        }

        AddNested();
        AddShares(values);
        Protection.Of(problem);
        foreach (var (cell, same) in rowsOf)
        {
            foreach (var row in same)
            {
                values[row] = problem[cell].IsShown ? values[row] : null;
                leftOut[row] = problem[cell].Told == Disclosure.LeftOut;
            }
        }

        foreach (var (row, share) in shareOf)
        {
            values[row] = problem.Tells(share) ? values[row] : null;
        }
    }

    static int Series(in KpiRow row) => row.Split.Series + (int)row.Scope;

    (int, int, int, int) Key(int row) => (rows[row].Window, Series(rows[row]), rows[row].Collaborative, rows[row].Cell);

    /// <summary>
    /// All windows end together. Where the totals of two are the same, nothing lies between them, and every figure of the one is the
    /// other's too: they are one cell.
    /// </summary>
    void AddCells(double?[] values)
    {
        var totals = group.Where(row => rows[row].Cell == 0)
            .ToDictionary(row => (rows[row].Window, Series(rows[row]), rows[row].Collaborative), row => rows[row].Value);
        var known = new Dictionary<(int Series, int Collaborative, int Cell, double Total, double Value), int>();
        foreach (var row in group)
        {
            var r = rows[row];
            var total = totals.GetValueOrDefault((r.Window, Series(r), r.Collaborative), double.NaN);
            var key = (Series(r), r.Collaborative, r.Cell, total, r.Value);
            if (double.IsNaN(total) || !known.TryGetValue(key, out var cell))
            {
                known[key] = cell = Cell(r, values[row]);
                rowsOf[cell] = [];
            }

            cells[Key(row)] = cell;
            rowsOf[cell].Add(row);
        }
    }

    int Cell(in KpiRow row, double? published)
    {
        if (exactTotals && row.Cell == 0)
        {
            return problem.Exact(row.Value);
        }

        var money = row.Split.Unit == Unit.Gbp;
        var lowest = money ? double.NegativeInfinity : row.Cell == 0 ? 0 : 1;
        return problem.Cell(row.Value, lowest, published is { } shown ? FirstStep.Interval(shown, money) : null, whole: !money);
    }

    /// <summary>A total is the sum of each breakdown's rows; a sender's and a receiver's of their pairs; pairs and lines of their routes.</summary>
    void AddBreakdowns(int[] of)
    {
        foreach (var series in of.GroupBy(row => (rows[row].Window, Series: Series(rows[row]), rows[row].Collaborative)))
        {
            var bySum = series.SelectMany(row => Wholes(rows[row].Cell).Select(whole => (whole, row))).GroupBy(w => w.whole, w => w.row);
            foreach (var sum in bySum)
            {
                if (cells.TryGetValue((series.Key.Window, series.Key.Series, series.Key.Collaborative, sum.Key.Cell), out var whole))
                {
                    Add(whole, [.. sum.Select(row => cells[Key(row)])], partial: false);
                }
            }
        }
    }

    /// <summary>The cells that a cell is a part of, each with the breakdown that makes the sum.</summary>
    IEnumerable<(int Cell, Breakdown By)> Wholes(int cell)
    {
        var level = layout[cell];
        switch (level.Breakdown)
        {
            case Breakdown.Total:
                yield break;
            case Breakdown.SendingReceiving:
                yield return (cellOf[new(Breakdown.SendingProvider, level.Primary)], level.Breakdown);
                yield return (cellOf[new(Breakdown.ReceivingProvider, level.Secondary)], level.Breakdown);
                break;
            case Breakdown.Route:
                yield return (cellOf[new(Breakdown.SendingReceiving, level.Primary, level.Secondary)], level.Breakdown);
                yield return (cellOf[new(Breakdown.ServiceLine, (int)level.Line)], level.Breakdown);
                break;
            default:
                yield return (0, level.Breakdown);
                break;
        }
    }

    void AddProgramme(int[] of)
    {
        foreach (var same in of.Where(row => rows[row].Collaborative != programme).GroupBy(row => Key(row) with { Item3 = programme }))
        {
            if (cells.TryGetValue(same.Key, out var whole))
            {
                Add(whole, [.. same.Select(row => cells[Key(row)])], partial: false);
            }
        }
    }

    void AddSplits(int[] of, int window)
    {
        var places = of.ToLookup(row => Series(rows[row]), row => (rows[row].Collaborative, rows[row].Cell));
        foreach (var sum in PublishedSums.All)
        {
            for (var scope = 0; scope < (sum.Parts[0].Scoped ? 2 : 1); scope++)
            {
                foreach (var (collaborative, cell) in sum.Parts.SelectMany(part => places[part.Series + scope]).Distinct())
                {
                    var at = (window, scope, collaborative, cell);
                    var whole = sum.Whole is null ? Unpublished(sum.Name, at) : Find(sum.Whole, at);
                    if (whole >= 0)
                    {
                        Add(whole, Found(sum.Parts, at), sum.Partial);
                    }
                }
            }
        }
    }

    /// <summary>Acute is a part of all.</summary>
    void AddScopes(int[] of)
    {
        foreach (var row in of.Where(row => rows[row].Scope == Scope.Acute))
        {
            var key = Key(row);
            if (cells.TryGetValue(key with { Item2 = key.Item2 - 1 }, out var all))
            {
                Add(all, [cells[key]], partial: true);
            }
        }
    }

    /// <summary>What a window counts, a longer one counts too, except where a placement outside the shorter one changes what is in it.</summary>
    void AddNested()
    {
        foreach (var series in group.Where(row => rows[row].Split.Unit != Unit.Gbp).GroupBy(row => Key(row) with { Item4 = 0 }))
        {
            foreach (var (_, longer) in Windows.Where(pair => pair.Shorter == series.Key.Item1))
            {
                var pairs = series.Select(row => (Shorter: cells[Key(row)], Longer: cells.GetValueOrDefault(Key(row) with { Item1 = longer }, -1))).ToArray();
                if (Array.TrueForAll(pairs, pair => pair.Longer >= 0 && Value(pair.Longer) >= Value(pair.Shorter)))
                {
                    foreach (var (part, whole) in pairs.Where(pair => pair.Shorter != pair.Longer))
                    {
                        problem.Sum(whole, [part, problem.Rest()]);
                    }
                }
            }
        }
    }

    double Value(int cell) => rows[rowsOf[cell][0]].Value;

    /// <summary>A percentage, or pounds a day, says how two sums relate: to half of what it is rounded to.</summary>
    void AddShares(double?[] values)
    {
        foreach (var row in shares)
        {
            var r = rows[row];
            var share = PublishedSums.OfShares[r.Split];
            if (values[row] is not { } told || (exactTotals && r.Cell == 0) || share.Denominator.Count == 0)
            {
                continue;
            }

            var at = (r.Window, (int)r.Scope, r.Collaborative, r.Cell);
            var (numerator, denominator) = (Found(share.Numerator, at), Found(share.Denominator, at));
            int[] madeOf = [.. numerator, .. denominator];
            var negative = madeOf.Any(cell => rows[rowsOf[cell][0]].Value < 0);
            if (numerator.Length > 0 && denominator.Length > 0 && !negative)
            {
                var (low, high) = (Math.Max(0, told - 0.5) / r.Split.Scale, (told + 0.5) / r.Split.Scale);
                shareOf[row] = problem.Tell(new(Together(numerator), Together(denominator), low, high, madeOf));
            }
        }
    }

    int Together(int[] parts)
    {
        if (parts.Length == 1)
        {
            return parts[0];
        }

        var whole = problem.Unpublished();
        problem.Sum(whole, parts);
        return whole;
    }

    int[] Found(IEnumerable<Split> splits, (int Window, int Scope, int Collaborative, int Cell) at) =>
        [.. splits.Select(split => Find(split, at)).Where(cell => cell >= 0)];

    /// <summary>Measures without the scope acute have only the series of the scope all.</summary>
    int Find(Split split, (int Window, int Scope, int Collaborative, int Cell) at) => at.Scope > 0 && !split.Scoped
        ? -1
        : cells.GetValueOrDefault((at.Window, split.Series + at.Scope, at.Collaborative, at.Cell), -1);

    int Unpublished(string name, (int Window, int Scope, int Collaborative, int Cell) at)
    {
        var key = (at.Window, name, at.Collaborative, at.Cell);
        if (!unpublished.TryGetValue(key, out var whole))
        {
            unpublished[key] = whole = problem.Unpublished();
        }

        return whole;
    }

    /// <summary>
    /// Adds a sum that holds. Where people or nights fall in several parts, it does not: then each part is still no more than the whole.
    /// </summary>
    void Add(int whole, int[] parts, bool partial)
    {
        if (rowsOf.TryGetValue(whole, out var same))
        {
            var value = rows[same[0]].Value;
            var rest = value - parts.Sum(part => rows[rowsOf[part][0]].Value);
            if (rest < -Same)
            {
                AddAlone(whole, value, parts);
                return;
            }

            partial |= rest > Same;
        }

        problem.Sum(whole, partial ? [.. parts, problem.Rest()] : parts);
    }

    void AddAlone(int whole, double value, int[] parts)
    {
        foreach (var part in parts)
        {
            if (rows[rowsOf[part][0]] is { Split.Unit: not Unit.Gbp } one && one.Value <= value)
            {
                problem.Sum(whole, [part, problem.Rest()]);
            }
        }
    }
}
