namespace Homeward.Measures.Tallying;

/// <summary>What one person contributes to one set of cells, added up before it goes to each of them.</summary>
/// <remarks>Used again for every person: one array entry per place of a sheet's row, of which only the touched ones count.</remarks>
sealed class Batch
{
    readonly int[] cells = new int[Layout.MostCells];
    readonly (long Numerator, long Denominator)[] sums = new (long, long)[Places.MostSeries];
    readonly bool[] isTouched = new bool[Places.MostSeries];
    readonly int[] touched = new int[Places.MostSeries];
    int cellCount;
    int count;

    /// <summary>Number of the person, as a tally counts them, that it is in use for.</summary>
    public int Turn { get; private set; }

    public int Collaborative { get; private set; }

    /// <summary>Where a tally keeps the cells for quantiles; -1 where it does not yet.</summary>
    public int Set { get; set; }

    public ReadOnlySpan<int> Cells => cells.AsSpan(0, cellCount);

    /// <summary>Places that something was added to.</summary>
    public ReadOnlySpan<int> Touched => touched.AsSpan(0, count);

    public void Open(int turn, int collaborative, ReadOnlySpan<int> of)
    {
        (Turn, Collaborative, Set, cellCount) = (turn, collaborative, -1, of.Length);
        of.CopyTo(cells);
        foreach (var place in Touched)
        {
            isTouched[place] = false;
        }

        count = 0;
    }

    public bool Is(int collaborative, ReadOnlySpan<int> of) => Collaborative == collaborative && Cells.SequenceEqual(of);

    public void Add(int place, long numerator, long denominator)
    {
        ref var sum = ref sums[place];
        if (isTouched[place])
        {
            sum.Numerator += numerator;
            sum.Denominator += denominator;
            return;
        }

        sum = (numerator, denominator);
        isTouched[place] = true;
        touched[count++] = place;
    }

    public void AddTo(ref Sum sum, int place)
    {
        ref readonly var own = ref sums[place];
        sum.Numerator += own.Numerator;
        sum.Denominator += own.Denominator;
    }
}
