using System.Runtime.InteropServices;

namespace Homeward.Measures.Suppression;

/// <summary>
/// Proves that a value is no secret told: finds another set of values, in which it differs by one, that a reader could not tell from the
/// true one. One cell moves by one, then others do until every sum holds again.
/// </summary>
sealed class Exchanges
{
    const double Tolerance = 1e-6;

    /// <summary>Cells moved in vain before the search gives up: what is given up is left out, so that only safety decides.</summary>
    const int MostTries = 300;

    readonly double[] truth;
    readonly Func<int, (double Lo, double Hi)> bounds;
    readonly List<(int Whole, int[] Parts)> sums;
    readonly List<(int Numerator, int Denominator, double Lo, double Hi)> shares;
    readonly Dictionary<int, List<int>> sumsOf = [];
    readonly Dictionary<int, List<int>> sharesOf = [];
    readonly Dictionary<int, int> moves = [];
    readonly SortedSet<int> broken = [];
    readonly Dictionary<int, int> gaps = [];
    int tries;

    public Exchanges(
        double[] truth,
        Func<int, (double Lo, double Hi)> bounds,
        List<(int Whole, int[] Parts)> sums,
        List<(int Numerator, int Denominator, double Lo, double Hi)> shares)
    {
        (this.truth, this.bounds, this.sums, this.shares) = (truth, bounds, sums, shares);
        for (var sum = 0; sum < sums.Count; sum++)
        {
            foreach (var cell in sums[sum].Parts.Append(sums[sum].Whole).Distinct())
            {
                Under(sumsOf, cell).Add(sum);
            }
        }

        for (var share = 0; share < shares.Count; share++)
        {
            Under(sharesOf, shares[share].Numerator).Add(share);
            Under(sharesOf, shares[share].Denominator).Add(share);
        }
    }

    /// <returns>The cells that differ in the other set of values; null where none was found.</returns>
    public IReadOnlyCollection<int>? Of(int cell)
    {
        foreach (var by in (ReadOnlySpan<int>)[1, -1])
        {
            moves.Clear();
            broken.Clear();
            gaps.Clear();
            tries = 0;
            if (May(cell, by) && Move(cell, by))
            {
                return moves.Keys;
            }
        }

        return null;
    }

    static List<int> Under(Dictionary<int, List<int>> lists, int key) => CollectionsMarshal.GetValueRefOrAddDefault(lists, key, out _) ??= [];

    bool May(int cell, int by)
    {
        var moved = moves.GetValueOrDefault(cell);
        var (lo, hi) = bounds(cell);
        var to = truth[cell] + moved + by;
        return moved * by >= 0 && to >= lo - Tolerance && to <= hi + Tolerance;
    }

    bool Move(int cell, int by)
    {
        Apply(cell, by);
        if (Mend())
        {
            return true;
        }

        Apply(cell, -by);
        return false;
    }

    void Apply(int cell, int by)
    {
        var moved = moves.GetValueOrDefault(cell) + by;
        if (moved == 0)
        {
            moves.Remove(cell);
        }
        else
        {
            moves[cell] = moved;
        }

        foreach (var sum in sumsOf.GetValueOrDefault(cell) ?? [])
        {
            var gap = gaps.GetValueOrDefault(sum) + (sums[sum].Whole == cell ? by : -by);
            gaps[sum] = gap;
            if (gap == 0)
            {
                broken.Remove(sum);
            }
            else
            {
                broken.Add(sum);
            }
        }
    }

    /// <summary>Mends the first sum that does not hold, in whichever way lets the others be mended too.</summary>
    bool Mend()
    {
        if (broken.Count == 0)
        {
            return SharesHold();
        }

        var sum = broken.Min;
        var by = gaps[sum] > 0 ? 1 : -1;
        foreach (var part in sums[sum].Parts)
        {
            if (May(part, by))
            {
                if (++tries > MostTries)
                {
                    return false;
                }

                if (Move(part, by))
                {
                    return true;
                }
            }
        }

        return ++tries <= MostTries && May(sums[sum].Whole, -by) && Move(sums[sum].Whole, -by);
    }

    bool SharesHold()
    {
        foreach (var share in moves.Keys.SelectMany(cell => sharesOf.GetValueOrDefault(cell) ?? []).Distinct())
        {
            var (numerator, denominator, lo, hi) = shares[share];
            var (over, under) = (truth[numerator] + moves.GetValueOrDefault(numerator), truth[denominator] + moves.GetValueOrDefault(denominator));
            if (over < lo * under - Tolerance || over > hi * under + Tolerance)
            {
                return false;
            }
        }

        return true;
    }
}
