using Homeward.Measures.Catalogue;
using Homeward.Measures.Outputs;
using Homeward.Measures.Tallying;

namespace Homeward.Measures.Suppression;

/// <summary>The published tables of one window and lens, as the interval problem that a reader could solve.</summary>
sealed class PublishedTables
{
    const double Same = 1e-6;

    readonly KpiRow[] rows;
    readonly Layout layout;
    readonly int programme;
    readonly bool exactTotals;
    readonly int[] group;
    readonly IntervalProblem problem = new();
    readonly Dictionary<(int Series, int Collaborative, int Cell), int> cells = [];
    readonly Dictionary<int, int> rowOf = [];
    readonly Dictionary<(string Name, int Collaborative, int Cell), int> unpublished = [];
    readonly Dictionary<Level, int> cellOf = [];

    /// <param name="group">The rows of the window and lens, by number.</param>
    public PublishedTables(KpiRow[] rows, Layout layout, int programme, bool exactTotals, int[] group)
    {
        (this.rows, this.layout, this.programme, this.exactTotals, this.group) = (rows, layout, programme, exactTotals, group);
        for (var cell = 0; cell < layout.Count; cell++)
        {
            cellOf[layout[cell]] = cell;
        }
    }

    /// <summary>Takes back what could be worked out.</summary>
    public void Protect(double?[] values, bool[] leftOut)
    {
        foreach (var row in group)
        {
            var cell = Cell(rows[row], values[row]);
            cells[(Series(rows[row]), rows[row].Collaborative, rows[row].Cell)] = cell;
            rowOf[cell] = row;
        }

        AddBreakdowns();
        AddProgramme();
        AddSplits();
        AddScopes();
        problem.Solve();
        foreach (var (cell, row) in rowOf)
        {
            values[row] = problem[cell] is Disclosure.Exact or Disclosure.Rounded ? values[row] : null;
            leftOut[row] = problem[cell] == Disclosure.LeftOut;
        }
    }

    static int Series(in KpiRow row) => row.Split.Series + (int)row.Scope;

    int Cell(in KpiRow row, double? published)
    {
        if (exactTotals && row.Cell == 0)
        {
            return problem.Exact(row.Value);
        }

        var money = row.Split.Unit == Unit.Gbp;
        var lowest = money ? double.NegativeInfinity : row.Cell == 0 ? 0 : 1;
        return problem.Cell(row.Value, lowest, published is { } shown ? FirstStep.Interval(shown, money) : null);
    }

    /// <summary>A total is the sum of each breakdown's rows; a sender's and a receiver's of their pairs; pairs and lines of their routes.</summary>
    void AddBreakdowns()
    {
        foreach (var series in group.GroupBy(row => (Series: Series(rows[row]), rows[row].Collaborative)))
        {
            var bySum = series.SelectMany(row => Wholes(rows[row].Cell).Select(whole => (whole, row))).GroupBy(w => w.whole, w => w.row);
            foreach (var sum in bySum)
            {
                if (cells.TryGetValue((series.Key.Series, series.Key.Collaborative, sum.Key.Cell), out var whole))
                {
                    Add(whole, [.. sum.Select(row => cells[(series.Key.Series, series.Key.Collaborative, rows[row].Cell)])], partial: false);
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

    void AddProgramme()
    {
        foreach (var same in group.Where(row => rows[row].Collaborative != programme).GroupBy(row => (Series: Series(rows[row]), rows[row].Cell)))
        {
            if (cells.TryGetValue((same.Key.Series, programme, same.Key.Cell), out var whole))
            {
                Add(whole, [.. same.Select(row => cells[(same.Key.Series, rows[row].Collaborative, same.Key.Cell)])], partial: false);
            }
        }
    }

    void AddSplits()
    {
        var places = group.ToLookup(row => Series(rows[row]), row => (rows[row].Collaborative, rows[row].Cell));
        foreach (var sum in PublishedSums.All)
        {
            for (var scope = 0; scope < (sum.Parts[0].Scoped ? 2 : 1); scope++)
            {
                foreach (var (collaborative, cell) in sum.Parts.SelectMany(part => places[part.Series + scope]).Distinct())
                {
                    int[] parts = [.. sum.Parts.Select(part => Find(part, scope, collaborative, cell)).Where(part => part >= 0)];
                    var whole = sum.Whole is null ? Unpublished(sum.Name, collaborative, cell) : Find(sum.Whole, scope, collaborative, cell);
                    if (whole >= 0)
                    {
                        Add(whole, parts, sum.Partial);
                    }
                }
            }
        }
    }

    /// <summary>Acute is a part of all.</summary>
    void AddScopes()
    {
        foreach (var row in group.Where(row => rows[row].Scope == Scope.Acute))
        {
            var acute = cells[(Series(rows[row]), rows[row].Collaborative, rows[row].Cell)];
            if (cells.TryGetValue((Series(rows[row]) - 1, rows[row].Collaborative, rows[row].Cell), out var all))
            {
                Add(all, [acute], partial: true);
            }
        }
    }

    /// <summary>Measures without the scope acute have only the series of the scope all.</summary>
    int Find(Split split, int scope, int collaborative, int cell) =>
        scope > 0 && !split.Scoped ? -1 : cells.GetValueOrDefault((split.Series + scope, collaborative, cell), -1);

    int Unpublished(string name, int collaborative, int cell)
    {
        if (!unpublished.TryGetValue((name, collaborative, cell), out var whole))
        {
            unpublished[(name, collaborative, cell)] = whole = problem.Unpublished();
        }

        return whole;
    }

    /// <summary>Adds a sum that holds; one that does not, because people or nights fall in several parts, tells a reader nothing certain.</summary>
    void Add(int whole, int[] parts, bool partial)
    {
        if (rowOf.TryGetValue(whole, out var row))
        {
            var rest = rows[row].Value - parts.Sum(part => rows[rowOf[part]].Value);
            if (rest < -Same)
            {
                return;
            }

            partial |= rest > Same;
        }

        problem.Sum(whole, partial ? [.. parts, problem.Rest()] : parts);
    }
}
