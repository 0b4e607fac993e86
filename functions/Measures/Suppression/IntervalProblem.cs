using System.Runtime.InteropServices;

namespace Homeward.Measures.Suppression;

/// <summary>What a reader knows: cells, each in an interval, and the sums and shares that bind them.</summary>
sealed class IntervalProblem
{
    readonly List<Cell> cells = [];
    readonly List<Share> shares = [];
    readonly List<int> parts = [];
    readonly List<(int Whole, int First, int Count)> sums = [];

    public int Cells => cells.Count;

    public int Sums => sums.Count;

    public int Shares => shares.Count;

    public Cell this[int cell] => cells[cell];

    /// <summary>A value that is told as it is.</summary>
    public int Exact(double value) => Add(new(value, value, value, value, false, Disclosure.Exact));

    /// <summary>A value that is told rounded, or not at all.</summary>
    /// <param name="lowest">The least value that such a cell can have: where every row has at least one, 1.</param>
    /// <param name="shown">Where the rounded value may come from; null where the cell is suppressed.</param>
    /// <param name="whole">It is a whole number.</param>
    public int Cell(double value, double lowest, (double Lo, double Hi)? shown, bool whole = true) => Add(shown is { } s
        ? new(Math.Max(s.Lo, lowest), s.Hi, lowest, value, whole, Disclosure.Rounded)
        : new(lowest, double.PositiveInfinity, lowest, value, whole, Disclosure.Suppressed));

    /// <summary>What nobody publishes, and may be anything.</summary>
    public int Unpublished() => Add(new(double.NegativeInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NaN, false, Disclosure.LeftOut));

    /// <summary>What nobody publishes, and is at least 0.</summary>
    public int Rest() => Add(new(0, double.PositiveInfinity, 0, double.NaN, false, Disclosure.LeftOut));

    /// <summary>The whole is the sum of the parts, each of them once.</summary>
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
    public int Tell(Share share)
    {
        shares.Add(share);
        return shares.Count - 1;
    }

    public int Whole(int sum) => sums[sum].Whole;

    public ReadOnlySpan<int> Parts(int sum) => CollectionsMarshal.AsSpan(parts).Slice(sums[sum].First, sums[sum].Count);

    public Share Share(int share) => shares[share];

    /// <summary>Whether a share is told, and so are the cells that it is made of.</summary>
    public bool Tells(int share) => shares[share] is { Hidden: false } told && Array.TrueForAll(told.MadeOf, cell => cells[cell].IsShown);

    public void Hide(int share) => shares[share] = shares[share] with { Hidden = true };

    public void Open(int cell, Disclosure told) => cells[cell] = cells[cell].Open(told);

    int Add(Cell cell)
    {
        cells.Add(cell);
        return cells.Count - 1;
    }
}

/// <summary>A published share: Lo × denominator ≤ numerator ≤ Hi × denominator, neither of them negative.</summary>
/// <param name="MadeOf">The published cells that the two are sums of.</param>
readonly record struct Share(int Numerator, int Denominator, double Lo, double Hi, int[] MadeOf, bool Hidden = false);
