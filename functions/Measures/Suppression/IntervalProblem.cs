using System.Runtime.InteropServices;

namespace Homeward.Measures.Suppression;

/// <summary>How a reader meets a cell.</summary>
enum Disclosure : byte
{
    /// <summary>As it is.</summary>
    Exact,

    /// <summary>Rounded.</summary>
    Rounded,

    /// <summary>There is a row, without a value.</summary>
    Suppressed,

    /// <summary>There is no row.</summary>
    LeftOut,
}

/// <summary>
/// What a reader can work out: cells, each known to lie in an interval, and the sums that bind them. More cells are suppressed until no
/// suppressed one can be worked out (kpis.md §4).
/// </summary>
sealed class IntervalProblem
{
    const double Tolerance = 1e-6;
    const int MostPasses = 200;

    readonly List<(double Lo, double Hi, double Lowest, double Value, bool Whole, Disclosure Told)> cells = [];
    readonly List<(int Numerator, int Denominator, double Lo, double Hi, int[] MadeOf, bool Told)> shares = [];
    readonly List<int> parts = [];
    readonly List<(int Whole, int First, int Count)> sums = [];
    double[] lo = [];
    double[] hi = [];
    int[] blame = [];
    int[][] of = [];
    List<int>?[] rulesOf = [];
    bool[] queued = [];
    readonly Queue<int> queue = new();

    /// <summary>A value that is told as it is.</summary>
    public int Exact(double value) => Add(value, value, value, value, false, Disclosure.Exact);

    /// <summary>A value that is told rounded, or not at all.</summary>
    /// <param name="lowest">The least value that such a cell can have: where every row has at least one, 1.</param>
    /// <param name="shown">Where the rounded value may come from; null where the cell is suppressed.</param>
    /// <param name="whole">It is a whole number.</param>
    public int Cell(double value, double lowest, (double Lo, double Hi)? shown, bool whole = true) => shown is { } s
        ? Add(Math.Max(s.Lo, lowest), s.Hi, lowest, value, whole, Disclosure.Rounded)
        : Add(lowest, double.PositiveInfinity, lowest, value, whole, Disclosure.Suppressed);

    /// <summary>What nobody publishes, and may be anything.</summary>
    public int Unpublished() => Add(double.NegativeInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NaN, false, Disclosure.LeftOut);

    /// <summary>The whole is the sum of the parts.</summary>
    public void Sum(int whole, IEnumerable<int> of)
    {
        var first = parts.Count;
        parts.AddRange(of);
        if (parts.Count > first)
        {
            sums.Add((whole, first, parts.Count - first));
        }
    }

    /// <summary>A share is told: the numerator is between two multiples of the denominator. It is not where a cell that it is made of is not.</summary>
    /// <returns>The number of the share.</returns>
    public int Share(int numerator, int denominator, double low, double high, int[] madeOf)
    {
        shares.Add((numerator, denominator, low, high, madeOf, true));
        return shares.Count - 1;
    }

    /// <summary>Whether a share may still be told, after <see cref="Solve"/>.</summary>
    public bool Tells(int share) => shares[share].Told;

    /// <summary>How a cell is told, after <see cref="Solve"/>.</summary>
    public Disclosure this[int cell] => cells[cell].Told;

    /// <summary>Suppresses and leaves out until no suppressed cell's interval holds fewer than two whole numbers.</summary>
    public void Solve()
    {
        lo = new double[cells.Count];
        hi = new double[cells.Count];
        blame = new int[cells.Count];
        for (var cell = 0; cell < cells.Count; cell++)
        {
            (lo[cell], hi[cell], blame[cell]) = (cells[cell].Lo, cells[cell].Hi, -1);
        }

        var knowledge = Enumerable.Range(0, sums.Count + shares.Count).ToArray();
        of = [.. knowledge.Select(CellsOf)];
        rulesOf = new List<int>?[cells.Count];
        queued = new bool[knowledge.Length];
        foreach (var rule in knowledge)
        {
            foreach (var cell in of[rule])
            {
                (rulesOf[cell] ??= []).Add(rule);
            }
        }

        foreach (var part in Parts(knowledge))
        {
            do
            {
                Narrow(part);
            }
            while (Protect(part));
        }

        Audit();
    }

    /// <summary>
    /// Intervals judge one sum at a time; several together can tell more. A suppressed row of which no other value could be found that
    /// fits all of them is left out.
    /// </summary>
    void Audit()
    {
        double[] low = [.. cells.Select(cell => cell.Lo)];
        double[] high = [.. cells.Select(cell => cell.Hi)];
        var exchanges = new Exchanges(
            Truth(),
            low,
            high,
            [.. sums.Select(sum => (sum.Whole, PartsOf(sum).ToArray()))],
            [.. shares.Where(IsTold).Select(share => (share.Numerator, share.Denominator, share.Lo, share.Hi))]);
        var safe = new bool[cells.Count];
        for (var cell = 0; cell < cells.Count; cell++)
        {
            if (cells[cell].Told != Disclosure.Suppressed || safe[cell])
            {
                continue;
            }

            if (exchanges.Of(cell) is { } differ)
            {
                Array.ForEach(differ, other => safe[other] = true);
            }
            else
            {
                Open(cell, Disclosure.LeftOut);
                (low[cell], high[cell]) = (cells[cell].Lo, cells[cell].Hi);
            }
        }
    }

    /// <summary>What every cell is; what is not published itself follows from a sum.</summary>
    double[] Truth()
    {
        double[] truth = [.. cells.Select(cell => cell.Value)];
        var pending = sums;
        for (var found = true; found;)
        {
            found = false;
            var left = new List<(int Whole, int First, int Count)>();
            foreach (var sum in pending)
            {
                var (unknown, cell, parts) = (0, -1, 0.0);
                foreach (var part in PartsOf(sum))
                {
                    if (double.IsNaN(truth[part]))
                    {
                        (unknown, cell) = (unknown + 1, part);
                    }
                    else
                    {
                        parts += truth[part];
                    }
                }

                var whole = double.IsNaN(truth[sum.Whole]);
                if (unknown + (whole ? 1 : 0) > 1)
                {
                    left.Add(sum);
                }
                else if (whole)
                {
                    (truth[sum.Whole], found) = (parts, true);
                }
                else if (unknown == 1)
                {
                    (truth[cell], found) = (truth[sum.Whole] - parts, true);
                }
            }

            pending = left;
        }

        return truth;
    }

    Span<int> PartsOf((int Whole, int First, int Count) sum) => CollectionsMarshal.AsSpan(parts).Slice(sum.First, sum.Count);

    bool IsTold((int, int, double, double, int[] MadeOf, bool Told) share) =>
        share.Told && Array.TrueForAll(share.MadeOf, cell => cells[cell].Told is Disclosure.Exact or Disclosure.Rounded);

    /// <summary>The interval that the sums leave a cell, after <see cref="Solve"/>.</summary>
    public (double Lo, double Hi) Interval(int cell) => (lo[cell], hi[cell]);

    /// <summary>What nobody publishes, and is at least 0.</summary>
    public int Rest() => Add(0, double.PositiveInfinity, 0, double.NaN, false, Disclosure.LeftOut);

    int Add(double low, double high, double lowest, double value, bool whole, Disclosure told)
    {
        cells.Add((low, high, lowest, value, whole, told));
        return cells.Count - 1;
    }

    /// <summary>Cells that a sum or share binds and that it may narrow.</summary>
    int[] CellsOf(int rule)
    {
        IEnumerable<int> bound = rule < sums.Count
            ? parts.GetRange(sums[rule].First, sums[rule].Count).Append(sums[rule].Whole)
            : shares[rule - sums.Count].MadeOf.Append(shares[rule - sums.Count].Numerator).Append(shares[rule - sums.Count].Denominator);
        return [.. bound.Where(cell => cells[cell].Told != Disclosure.Exact)];
    }

    /// <summary>Sums and shares that bind no common cell are judged apart.</summary>
    IEnumerable<int[]> Parts(int[] knowledge)
    {
        var root = Enumerable.Range(0, cells.Count).ToArray();
        int Find(int cell)
        {
            while (root[cell] != cell)
            {
                cell = root[cell] = root[root[cell]];
            }

            return cell;
        }

        foreach (var bound in of)
        {
            for (var i = 1; i < bound.Length; i++)
            {
                root[Find(bound[i])] = Find(bound[0]);
            }
        }

        return knowledge.Where(rule => of[rule].Length > 0).GroupBy(rule => Find(of[rule][0])).Select(part => part.ToArray());
    }

    void Narrow(int[] part)
    {
        foreach (var rule in part)
        {
            foreach (var cell in of[rule])
            {
                (lo[cell], hi[cell], blame[cell]) = (cells[cell].Lo, cells[cell].Hi, -1);
            }

            queue.Enqueue(rule);
            queued[rule] = true;
        }

        for (var steps = (long)part.Length * MostPasses; queue.TryDequeue(out var rule); steps--)
        {
            queued[rule] = false;
            if (steps > 0 && rule < sums.Count)
            {
                NarrowSum(rule);
            }
            else if (steps > 0)
            {
                NarrowShare(rule - sums.Count);
            }
        }
    }

    /// <summary>Numerators and denominators are not negative where a share is told.</summary>
    void NarrowShare(int share)
    {
        var (numerator, denominator, low, high, _, _) = shares[share];
        if (!IsTold(shares[share]))
        {
            return;
        }

        var blamed = sums.Count + share;
        Set(numerator, low * lo[denominator], high * hi[denominator], blamed);
        Set(denominator, high > 0 ? lo[numerator] / high : double.NegativeInfinity, low > 0 ? hi[numerator] / low : double.PositiveInfinity, blamed);
    }

    void NarrowSum(int sum)
    {
        var whole = sums[sum].Whole;
        var row = PartsOf(sums[sum]);
        var (low, high, openLow, openHigh) = (0.0, 0.0, 0, 0);
        foreach (var part in row)
        {
            Count(lo[part], ref low, ref openLow);
            Count(hi[part], ref high, ref openHigh);
        }

        Set(whole, openLow > 0 ? double.NegativeInfinity : low, openHigh > 0 ? double.PositiveInfinity : high, sum);
        foreach (var part in row)
        {
            var othersLow = Others(lo[part], low, openLow, double.NegativeInfinity);
            var othersHigh = Others(hi[part], high, openHigh, double.PositiveInfinity);
            Set(part, lo[whole] - othersHigh, hi[whole] - othersLow, sum);
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

    void Set(int cell, double low, double high, int sum)
    {
        var changed = false;
        if (cells[cell].Whole)
        {
            (low, high) = (Math.Ceiling(low - Tolerance), Math.Floor(high + Tolerance));
        }

        if (low > lo[cell] + Tolerance)
        {
            (lo[cell], blame[cell], changed) = (low, sum, true);
        }

        if (high < hi[cell] - Tolerance)
        {
            (hi[cell], blame[cell], changed) = (high, sum, true);
        }

        if (changed)
        {
            foreach (var rule in rulesOf[cell] ?? [])
            {
                if (!queued[rule])
                {
                    queued[rule] = true;
                    queue.Enqueue(rule);
                }
            }
        }
    }

    /// <returns>True where something had to be hidden.</returns>
    bool Protect(int[] part)
    {
        var seen = new HashSet<int>();
        foreach (var cell in part.SelectMany(rule => of[rule]).Distinct())
        {
            if (cells[cell].Told == Disclosure.Suppressed && blame[cell] >= 0 && WholeNumbers(cell) < 2 && seen.Add(blame[cell]))
            {
                Hide(blame[cell], cell);
            }
        }

        return seen.Count > 0;
    }

    double WholeNumbers(int cell) => Math.Floor(hi[cell] + Tolerance) - Math.Ceiling(lo[cell] - Tolerance) + 1;

    /// <summary>Suppresses the smallest shown cell of a sum, a part before the whole; where none is left, leaves its parts out.</summary>
    void Hide(int sum, int told)
    {
        if (sum >= sums.Count)
        {
            shares[sum - sums.Count] = shares[sum - sums.Count] with { Told = false };
            return;
        }

        var whole = sums[sum].Whole;
        var row = PartsOf(sums[sum]);
        var smallest = -1;
        foreach (var part in row)
        {
            if (cells[part].Told == Disclosure.Rounded && (smallest < 0 || Math.Abs(cells[part].Value) < Math.Abs(cells[smallest].Value)))
            {
                smallest = part;
            }
        }

        if (smallest < 0 && cells[whole].Told == Disclosure.Rounded)
        {
            smallest = whole;
        }

        if (smallest >= 0)
        {
            Open(smallest, Disclosure.Suppressed);
            return;
        }

        foreach (var part in row)
        {
            if (cells[part].Told == Disclosure.Suppressed)
            {
                Open(part, Disclosure.LeftOut);
            }
        }

        Open(told, Disclosure.LeftOut);
    }

    void Open(int cell, Disclosure told) => cells[cell] = cells[cell] with
    {
        Lo = told == Disclosure.LeftOut ? Math.Min(0, cells[cell].Lowest) : cells[cell].Lowest,
        Hi = double.PositiveInfinity,
        Told = told,
    };
}
