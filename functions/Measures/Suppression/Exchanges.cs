namespace Homeward.Measures.Suppression;

/// <summary>
/// Proves that a value is no secret told: finds another set of values, in which it differs by one, that a reader could not tell from the
/// true one. One cell moves by one, then others do until every sum holds again.
/// </summary>
/// <param name="truth">What every cell is; NaN where nobody knows: such a cell stays.</param>
/// <param name="lo">The least that a reader must take each cell for; may change between two searches.</param>
/// <param name="hi">The most.</param>
/// <remarks>Plain arrays by number of cell and of sum: a search moves thousands of cells, and there are as many searches as suppressed cells.</remarks>
sealed class Exchanges(
    double[] truth,
    double[] lo,
    double[] hi,
    (int Whole, int[] Parts)[] sums,
    (int Numerator, int Denominator, double Lo, double Hi)[] shares)
{
    const double Tolerance = 1e-6;

    /// <summary>Cells moved in vain before the search gives up: what is given up is left out, so that only safety decides.</summary>
    const int MostTries = 100;

    readonly int[][] sumsOf = Owners(truth.Length, sums.Length, sum => [.. sums[sum].Parts, sums[sum].Whole]);
    readonly int[][] sharesOf = Owners(truth.Length, shares.Length, share => [shares[share].Numerator, shares[share].Denominator]);
    readonly int[][] mends = Mends(truth.Length, sums);
    readonly int[] moves = new int[truth.Length];
    readonly int[] gaps = new int[sums.Length];
    readonly SmallSet moved = new(truth.Length);
    readonly SmallSet broken = new(sums.Length);
    int tries;

    /// <returns>The cells that differ in the other set of values; null where none was found.</returns>
    public int[]? Of(int cell)
    {
        foreach (var by in (ReadOnlySpan<int>)[1, -1])
        {
            tries = 0;
            if (May(cell, by) && Move(cell, by))
            {
                int[] differ = [.. moved.Members];
                foreach (var other in differ)
                {
                    Apply(other, -moves[other]);
                }

                return differ;
            }
        }

        return null;
    }

    static int[][] Owners(int cells, int count, Func<int, int[]> of)
    {
        var owners = new List<int>?[cells];
        for (var owner = 0; owner < count; owner++)
        {
            foreach (var cell in of(owner).Distinct())
            {
                (owners[cell] ??= []).Add(owner);
            }
        }

        return Array.ConvertAll(owners, list => list?.ToArray() ?? []);
    }

    /// <summary>Parts of every sum, first those that the fewest other sums bind: they mend it without breaking more.</summary>
    static int[][] Mends(int cells, (int Whole, int[] Parts)[] sums)
    {
        var bound = new int[cells];
        foreach (var (whole, parts) in sums)
        {
            bound[whole]++;
            Array.ForEach(parts, part => bound[part]++);
        }

        return Array.ConvertAll(sums, sum => sum.Parts.OrderBy(part => bound[part]).ToArray());
    }

    bool May(int cell, int by)
    {
        var to = truth[cell] + moves[cell] + by;
        return moves[cell] * by >= 0 && to >= lo[cell] - Tolerance && to <= hi[cell] + Tolerance;
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
        moves[cell] += by;
        moved.Put(cell, moves[cell] != 0);
        foreach (var sum in sumsOf[cell])
        {
            gaps[sum] += sums[sum].Whole == cell ? by : -by;
            broken.Put(sum, gaps[sum] != 0);
        }
    }

    /// <summary>Mends the first sum that does not hold, in whichever way lets the others be mended too.</summary>
    bool Mend()
    {
        if (broken.Members.Length == 0)
        {
            return SharesHold();
        }

        var sum = broken.Least;
        var by = Math.Sign(gaps[sum]);
        foreach (var part in mends[sum])
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
        foreach (var cell in moved.Members)
        {
            foreach (var share in sharesOf[cell])
            {
                var (numerator, denominator, low, high) = shares[share];
                var (over, under) = (truth[numerator] + moves[numerator], truth[denominator] + moves[denominator]);
                if (over < (low * under) - Tolerance || over > (high * under) + Tolerance)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>A set of few numbers out of many.</summary>
    sealed class SmallSet(int numbers)
    {
        readonly int[] members = new int[numbers];
        readonly int[] places = new int[numbers];
        int count;

        public ReadOnlySpan<int> Members => members.AsSpan(0, count);

        public int Least
        {
            get
            {
                var least = members[0];
                foreach (var member in Members)
                {
                    least = Math.Min(least, member);
                }

                return least;
            }
        }

        public void Put(int number, bool within)
        {
            var place = places[number] - 1;
            if (within && place < 0)
            {
                members[count] = number;
                places[number] = ++count;
            }
            else if (!within && place >= 0)
            {
                var last = members[--count];
                (members[place], places[last]) = (last, place + 1);
                places[number] = 0;
            }
        }
    }
}
