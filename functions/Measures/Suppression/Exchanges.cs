namespace Homeward.Measures.Suppression;

/// <summary>
/// Proves that a value is no secret told: finds another set of values, in which it differs by one, that a reader could not tell from the
/// true one. One cell moves by one, then others do until every sum holds again.
/// </summary>
/// <remarks>
/// The sum with the fewest ways to mend it comes first, and of its ways those that mend most and break least. Plain arrays by number of
/// cell and of sum: a search moves many cells, and there are as many searches as suppressed cells.
/// </remarks>
sealed class Exchanges
{
    const double Tolerance = 1e-6;
    const byte Up = 1;
    const byte Down = 2;

    /// <summary>Ways to mend a sum that are tried.</summary>
    const int MostWays = 3;

    /// <summary>Cells moved in vain before the search gives up: what is given up is left out, so that only safety decides.</summary>
    const int MostTries = 60;

    readonly IntervalProblem problem;
    readonly double[] truth;
    readonly int[][] sumsOf;
    readonly int[][] sharesOf;
    readonly int[] moves;
    readonly byte[] room;
    readonly int[] gaps;
    readonly SmallSet moved;
    readonly SmallSet broken;
    int tries;

    /// <param name="truth">What every cell is; NaN where nobody knows: such a cell stays.</param>
    public Exchanges(IntervalProblem problem, double[] truth)
    {
        (this.problem, this.truth) = (problem, truth);
        (moves, gaps) = (new int[problem.Cells], new int[problem.Sums]);
        room = new byte[problem.Cells];
        for (var cell = 0; cell < room.Length; cell++)
        {
            room[cell] = RoomOf(cell);
        }

        (moved, broken) = (new(problem.Cells), new(problem.Sums));
        sumsOf = Owners(problem.Cells, problem.Sums, sum => [.. problem.Parts(sum), ~problem.Whole(sum)]);
        sharesOf = Owners(problem.Cells, problem.Shares, share => [problem.Share(share).Numerator, problem.Share(share).Denominator]);
    }

    /// <summary>The cells that differ in the other set of values, until the next search.</summary>
    public ReadOnlySpan<int> Differing => moved.Members;

    /// <summary>Takes note that a cell is no longer told as it was.</summary>
    public void Opened(int cell) => room[cell] = RoomOf(cell);

    /// <returns>Whether another set of values was found.</returns>
    public bool Of(int cell)
    {
        while (moved.Members.Length > 0)
        {
            var last = moved.Members[^1];
            Apply(last, -moves[last]);
        }

        tries = 0;
        if (May(cell, 1) && Move(cell, 1))
        {
            return true;
        }

        tries = 0;
        return May(cell, -1) && Move(cell, -1);
    }

    /// <returns>By cell, the numbers of what it is bound by; the complement where it is the whole.</returns>
    static int[][] Owners(int cells, int count, Func<int, int[]> of)
    {
        var sizes = new int[cells];
        var bound = new int[count][];
        for (var owner = 0; owner < count; owner++)
        {
            bound[owner] = of(owner);
            foreach (var cell in bound[owner])
            {
                sizes[cell < 0 ? ~cell : cell]++;
            }
        }

        var owners = Array.ConvertAll(sizes, size => size == 0 ? [] : new int[size]);
        for (var owner = count - 1; owner >= 0; owner--)
        {
            foreach (var cell in bound[owner])
            {
                var own = cell < 0 ? ~cell : cell;
                owners[own][--sizes[own]] = cell < 0 ? ~owner : owner;
            }
        }

        return owners;
    }

    bool May(int cell, int by) => (room[cell] & (by > 0 ? Up : Down)) != 0;

    /// <summary>The ways that a cell may move: a cell that moved moves on, never back.</summary>
    byte RoomOf(int cell)
    {
        var own = problem[cell];
        var (now, move) = (truth[cell] + moves[cell], moves[cell]);
        var up = move >= 0 && now + 1 >= own.Lo - Tolerance && now + 1 <= own.Hi + Tolerance;
        var down = move <= 0 && now - 1 >= own.Lo - Tolerance && now - 1 <= own.Hi + Tolerance;
        return (byte)((up ? Up : 0) | (down ? Down : 0));
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
        room[cell] = RoomOf(cell);
        moved.Put(cell, moves[cell] != 0);
        foreach (var owner in sumsOf[cell])
        {
            var sum = owner < 0 ? ~owner : owner;
            gaps[sum] += owner < 0 ? by : -by;
            broken.Put(sum, gaps[sum] != 0);
        }
    }

    bool Mend()
    {
        if (broken.Members.Length == 0)
        {
            return SharesHold();
        }

        var sum = Tightest();
        Span<(int Cost, int Cell, int By)> ways = stackalloc (int, int, int)[MostWays];
        var count = sum < 0 ? 0 : Ways(sum, ways);
        foreach (var (_, cell, by) in ways[..count])
        {
            if (++tries > MostTries)
            {
                return false;
            }

            if (Move(cell, by))
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>The broken sum with the fewest ways to mend it; -1 where one has none.</returns>
    int Tightest()
    {
        var (tightest, fewest) = (-1, int.MaxValue);
        foreach (var sum in broken.Members)
        {
            var by = Math.Sign(gaps[sum]);
            var ways = May(problem.Whole(sum), -by) ? 1 : 0;
            foreach (var part in problem.Parts(sum))
            {
                if (ways >= fewest)
                {
                    break;
                }

                ways += May(part, by) ? 1 : 0;
            }

            if (ways == 0)
            {
                return -1;
            }

            (tightest, fewest) = ways < fewest ? (sum, ways) : (tightest, fewest);
        }

        return tightest;
    }

    /// <summary>The best ways to mend a sum, best first.</summary>
    int Ways(int sum, Span<(int Cost, int Cell, int By)> ways)
    {
        var by = Math.Sign(gaps[sum]);
        var count = 0;
        foreach (var part in problem.Parts(sum))
        {
            if (May(part, by))
            {
                Offer((Cost(part, by), part, by), ways, ref count);
            }
        }

        var whole = problem.Whole(sum);
        if (May(whole, -by))
        {
            Offer((Cost(whole, -by), whole, -by), ways, ref count);
        }

        return count;
    }

    static void Offer((int Cost, int Cell, int By) way, Span<(int Cost, int Cell, int By)> ways, ref int count)
    {
        var at = count;
        while (at > 0 && ways[at - 1].Cost > way.Cost)
        {
            at--;
        }

        if (at == ways.Length)
        {
            return;
        }

        count = Math.Min(count + 1, ways.Length);
        ways[at..(count - 1)].CopyTo(ways[(at + 1)..]);
        ways[at] = way;
    }

    /// <summary>How much more is broken after a move than before it.</summary>
    int Cost(int cell, int by)
    {
        var cost = 0;
        foreach (var owner in sumsOf[cell])
        {
            var (gap, after) = owner < 0 ? (gaps[~owner], gaps[~owner] + by) : (gaps[owner], gaps[owner] - by);
            cost += Math.Abs(after) - Math.Abs(gap);
        }

        return cost;
    }

    bool SharesHold()
    {
        foreach (var cell in moved.Members)
        {
            foreach (var share in sharesOf[cell])
            {
                var (numerator, denominator, low, high, _, _) = problem.Share(share);
                var (over, under) = (truth[numerator] + moves[numerator], truth[denominator] + moves[denominator]);
                if (problem.Tells(share) && (over < (low * under) - Tolerance || over > (high * under) + Tolerance))
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
