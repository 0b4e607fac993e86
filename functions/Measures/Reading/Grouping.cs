namespace Homeward.Measures.Reading;

/// <summary>Puts records in runs, one run per owner, and every run in order.</summary>
static class Grouping
{
    /// <param name="owner">The owner of each record, 0 to <paramref name="owners"/> - 1; a negative one leaves the record out.</param>
    /// <returns>The records' numbers, run after run, and where each owner's run starts; one more at the end.</returns>
    public static (int[] Order, int[] Starts) By(ReadOnlySpan<int> owner, int owners, Comparison<int> within)
    {
        var starts = new int[owners + 1];
        foreach (var o in owner)
        {
            if (o >= 0)
            {
                starts[o + 1]++;
            }
        }

        for (var o = 0; o < owners; o++)
        {
            starts[o + 1] += starts[o];
        }

        var order = new int[starts[owners]];
        var next = starts.AsSpan(0, owners).ToArray();
        for (var record = 0; record < owner.Length; record++)
        {
            if (owner[record] >= 0)
            {
                order[next[owner[record]]++] = record;
            }
        }

        for (var o = 0; o < owners; o++)
        {
            if (starts[o + 1] - starts[o] > 1)
            {
                order.AsSpan(starts[o], starts[o + 1] - starts[o]).Sort(within);
            }
        }

        return (order, starts);
    }
}
