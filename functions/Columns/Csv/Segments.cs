namespace Homeward.Columns.Csv;

/// <summary>A sequence of any values that never moves what it holds: blocks, joined once at the end.</summary>
sealed class Segments<T> : IGrowing<T>
    where T : unmanaged
{
    const int LargestBlock = 1 << 18;

    readonly List<(T[] Block, int Used)> full = [];
    T[] block = [];
    int used;

    /// <summary>Values so far.</summary>
    public int Count { get; private set; }

    public Span<T> Next(int count)
    {
        if (used + count > block.Length)
        {
            if (used > 0)
            {
                full.Add((block, used));
            }

            block = GC.AllocateUninitializedArray<T>(Math.Max(count, Math.Min(Count, LargestBlock)));
            used = 0;
        }

        used += count;
        Count += count;
        return block.AsSpan(used - count, count);
    }

    public void Keep()
    {
    }

    public T[] Take()
    {
        if (full.Count == 0 && used == block.Length)
        {
            return block;
        }

        var all = GC.AllocateUninitializedArray<T>(Count);
        var next = 0;
        full.Add((block, used));
        for (var i = 0; i < full.Count; i++)
        {
            full[i].Block.AsSpan(0, full[i].Used).CopyTo(all.AsSpan(next));
            next += full[i].Used;
            full[i] = ([], 0);
        }

        (block, used, Count) = ([], 0, 0);
        full.Clear();
        return all;
    }
}
