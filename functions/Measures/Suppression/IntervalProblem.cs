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

    readonly List<(double Lo, double Hi, double Lowest, double Size, bool Whole, Disclosure Told)> cells = [];
    readonly List<(int Numerator, int Denominator, double Lo, double Hi, int[] MadeOf, bool Told)> shares = [];
    readonly List<int> parts = [];
    readonly List<(int Whole, int First, int Count)> sums = [];
    double[] lo = [];
    double[] hi = [];
    int[] blame = [];

    /// <summary>A value that is told as it is.</summary>
    public int Exact(double value) => Add(value, value, value, value, false, Disclosure.Exact);

    /// <summary>A value that is told rounded, or not at all.</summary>
    /// <param name="lowest">The least value that such a cell can have: where every row has at least one, 1.</param>
    /// <param name="shown">Where the rounded value may come from; null where the cell is suppressed.</param>
    /// <param name="whole">It is a whole number.</param>
    public int Cell(double value, double lowest, (double Lo, double Hi)? shown, bool whole = true) => shown is { } s
        ? Add(Math.Max(s.Lo, lowest), s.Hi, lowest, Math.Abs(value), whole, Disclosure.Rounded)
        : Add(lowest, double.PositiveInfinity, lowest, Math.Abs(value), whole, Disclosure.Suppressed);

    /// <summary>What nobody publishes, and may be anything.</summary>
    public int Unpublished() => Add(double.NegativeInfinity, double.PositiveInfinity, double.NegativeInfinity, 0, false, Disclosure.LeftOut);

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
        do
        {
            Narrow();
        }
        while (Protect());
    }

    /// <summary>The interval that the sums leave a cell, after <see cref="Solve"/>.</summary>
    public (double Lo, double Hi) Interval(int cell) => (lo[cell], hi[cell]);

    /// <summary>What nobody publishes, and is at least 0.</summary>
    public int Rest() => Add(0, double.PositiveInfinity, 0, 0, false, Disclosure.LeftOut);

    int Add(double low, double high, double lowest, double size, bool whole, Disclosure told)
    {
        cells.Add((low, high, lowest, size, whole, told));
        return cells.Count - 1;
    }

    void Narrow()
    {
        for (var cell = 0; cell < cells.Count; cell++)
        {
            (lo[cell], hi[cell], blame[cell]) = (cells[cell].Lo, cells[cell].Hi, -1);
        }

        var changed = true;
        for (var pass = 0; changed && pass < MostPasses; pass++)
        {
            changed = false;
            for (var sum = 0; sum < sums.Count; sum++)
            {
                changed |= Narrow(sum);
            }

            for (var share = 0; share < shares.Count; share++)
            {
                changed |= NarrowShare(share);
            }
        }
    }

    /// <summary>Numerators and denominators are not negative where a share is told.</summary>
    bool NarrowShare(int share)
    {
        var (numerator, denominator, low, high, madeOf, told) = shares[share];
        if (!told || !Array.TrueForAll(madeOf, cell => cells[cell].Told is Disclosure.Exact or Disclosure.Rounded))
        {
            return false;
        }

        var blamed = sums.Count + share;
        return Set(numerator, low * lo[denominator], high * hi[denominator], blamed)
            | Set(denominator, high > 0 ? lo[numerator] / high : double.NegativeInfinity, low > 0 ? hi[numerator] / low : double.PositiveInfinity, blamed);
    }

    bool Narrow(int sum)
    {
        var (whole, first, count) = sums[sum];
        var of = CollectionsMarshal.AsSpan(parts).Slice(first, count);
        var (low, high, openLow, openHigh) = (0.0, 0.0, 0, 0);
        foreach (var part in of)
        {
            Count(lo[part], ref low, ref openLow);
            Count(hi[part], ref high, ref openHigh);
        }

        var changed = Set(whole, openLow > 0 ? double.NegativeInfinity : low, openHigh > 0 ? double.PositiveInfinity : high, sum);
        foreach (var part in of)
        {
            var othersLow = Others(lo[part], low, openLow, double.NegativeInfinity);
            var othersHigh = Others(hi[part], high, openHigh, double.PositiveInfinity);
            changed |= Set(part, lo[whole] - othersHigh, hi[whole] - othersLow, sum);
        }

        return changed;
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

    bool Set(int cell, double low, double high, int sum)
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

        return changed;
    }

    /// <returns>True where something had to be hidden.</returns>
    bool Protect()
    {
        var seen = new HashSet<int>();
        for (var cell = 0; cell < cells.Count; cell++)
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

        var (whole, first, count) = sums[sum];
        var of = CollectionsMarshal.AsSpan(parts).Slice(first, count);
        var smallest = -1;
        foreach (var part in of)
        {
            if (cells[part].Told == Disclosure.Rounded && (smallest < 0 || cells[part].Size < cells[smallest].Size))
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

        foreach (var part in of)
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
