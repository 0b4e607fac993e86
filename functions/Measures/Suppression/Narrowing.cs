namespace Homeward.Measures.Suppression;

/// <summary>The interval that the sums and shares, one at a time and again and again, leave each cell (kpis.md §4).</summary>
sealed class Narrowing
{
    const double Tolerance = 1e-6;
    const int MostPasses = 200;

    readonly IntervalProblem problem;
    readonly double[] lo;
    readonly double[] hi;
    readonly int[] blame;
    readonly int[][] cellsOf;
    readonly List<int>?[] rulesOf;
    readonly bool[] queued;
    readonly Queue<int> queue = new();

    /// <param name="problem">Whose sums come first among the rules, then its shares.</param>
    public Narrowing(IntervalProblem problem)
    {
        this.problem = problem;
        (lo, hi, blame) = (new double[problem.Cells], new double[problem.Cells], new int[problem.Cells]);
        for (var cell = 0; cell < problem.Cells; cell++)
        {
            Forget(cell);
        }

        cellsOf = new int[problem.Sums + problem.Shares][];
        rulesOf = new List<int>?[problem.Cells];
        queued = new bool[cellsOf.Length];
        for (var rule = 0; rule < cellsOf.Length; rule++)
        {
            cellsOf[rule] = CellsOf(rule);
            foreach (var cell in cellsOf[rule])
            {
                (rulesOf[cell] ??= []).Add(rule);
            }
        }
    }

    public (double Lo, double Hi) this[int cell] => (lo[cell], hi[cell]);

    /// <summary>Cells that a rule binds and may narrow.</summary>
    public ReadOnlySpan<int> Bound(int rule) => cellsOf[rule];

    /// <summary>The rule that leaves a suppressed cell fewer than two whole numbers; null where it has them.</summary>
    public int? Telling(int cell) =>
        problem[cell].Told == Disclosure.Suppressed && blame[cell] >= 0 && Math.Floor(hi[cell] + Tolerance) - Math.Ceiling(lo[cell] - Tolerance) < 1
            ? blame[cell]
            : null;

    /// <summary>Rules that bind no common cell are judged apart.</summary>
    public IEnumerable<int[]> Groups()
    {
        var root = Enumerable.Range(0, problem.Cells).ToArray();
        int Find(int cell)
        {
            while (root[cell] != cell)
            {
                cell = root[cell] = root[root[cell]];
            }

            return cell;
        }

        foreach (var bound in cellsOf)
        {
            for (var i = 1; i < bound.Length; i++)
            {
                root[Find(bound[i])] = Find(bound[0]);
            }
        }

        return Enumerable.Range(0, cellsOf.Length).Where(rule => cellsOf[rule].Length > 0).GroupBy(rule => Find(cellsOf[rule][0])).Select(group => group.ToArray());
    }

    /// <summary>Begins again from what each cell's own row tells.</summary>
    public void Run(int[] group)
    {
        foreach (var rule in group)
        {
            foreach (var cell in cellsOf[rule])
            {
                Forget(cell);
            }

            queue.Enqueue(rule);
            queued[rule] = true;
        }

        for (var steps = (long)group.Length * MostPasses; queue.TryDequeue(out var rule); steps--)
        {
            queued[rule] = false;
            if (steps > 0 && rule < problem.Sums)
            {
                NarrowSum(rule);
            }
            else if (steps > 0)
            {
                NarrowShare(rule);
            }
        }
    }

    int[] CellsOf(int rule)
    {
        int[] bound = rule < problem.Sums
            ? [.. problem.Parts(rule), problem.Whole(rule)]
            : problem.Share(rule - problem.Sums) is var share ? [.. share.MadeOf, share.Numerator, share.Denominator] : [];
        return Array.FindAll(bound, cell => problem[cell].Told != Disclosure.Exact);
    }

    void Forget(int cell) => (lo[cell], hi[cell], blame[cell]) = (problem[cell].Lo, problem[cell].Hi, -1);

    void NarrowShare(int rule)
    {
        var (numerator, denominator, low, high, _, _) = problem.Share(rule - problem.Sums);
        if (problem.Tells(rule - problem.Sums))
        {
            Set(numerator, low * lo[denominator], high * hi[denominator], rule);
            Set(denominator, high > 0 ? lo[numerator] / high : double.NegativeInfinity, low > 0 ? hi[numerator] / low : double.PositiveInfinity, rule);
        }
    }

    void NarrowSum(int rule)
    {
        var whole = problem.Whole(rule);
        var parts = problem.Parts(rule);
        var (low, high, openLow, openHigh) = (0.0, 0.0, 0, 0);
        foreach (var part in parts)
        {
            Count(lo[part], ref low, ref openLow);
            Count(hi[part], ref high, ref openHigh);
        }

        Set(whole, openLow > 0 ? double.NegativeInfinity : low, openHigh > 0 ? double.PositiveInfinity : high, rule);
        foreach (var part in parts)
        {
            var othersLow = Others(lo[part], low, openLow, double.NegativeInfinity);
            var othersHigh = Others(hi[part], high, openHigh, double.PositiveInfinity);
            Set(part, lo[whole] - othersHigh, hi[whole] - othersLow, rule);
        }
    }

    static void Count(double bound, ref double total, ref int open)
    {
        if (double.IsInfinity(bound))
        {
            open++;
        }
        else
        {
            total += bound;
        }
    }

    static double Others(double own, double total, int open, double infinite) => double.IsInfinity(own)
        ? open > 1 ? infinite : total
        : open > 0 ? infinite : total - own;

    void Set(int cell, double low, double high, int rule)
    {
        var changed = false;
        if (problem[cell].Whole)
        {
            (low, high) = (Math.Ceiling(low - Tolerance), Math.Floor(high + Tolerance));
        }

        if (low > lo[cell] + Tolerance)
        {
            (lo[cell], blame[cell], changed) = (low, rule, true);
        }

        if (high < hi[cell] - Tolerance)
        {
            (hi[cell], blame[cell], changed) = (high, rule, true);
        }

        if (changed)
        {
            foreach (var other in rulesOf[cell] ?? [])
            {
                if (!queued[other])
                {
                    queued[other] = true;
                    queue.Enqueue(other);
                }
            }
        }
    }
}
