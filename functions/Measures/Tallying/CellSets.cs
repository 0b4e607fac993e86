namespace Homeward.Measures.Tallying;

/// <summary>Sets of cells, each kept once however many values fall in it.</summary>
/// <remarks>In blocks, because there are millions: one long array would be copied whenever it grows.</remarks>
sealed class CellSets
{
    const int BlockBits = 16;
    const int BlockSize = 1 << BlockBits;

    readonly List<int[]> blocks = [];
    int used = BlockSize;

    public ReadOnlySpan<int> this[int set]
    {
        get
        {
            var from = blocks[set >> BlockBits].AsSpan(set & (BlockSize - 1));
            return from.Slice(1, from[0]);
        }
    }

    /// <returns>What to ask for the set by.</returns>
    public int Add(ReadOnlySpan<int> set)
    {
        if (used + set.Length + 1 > BlockSize)
        {
            blocks.Add(GC.AllocateUninitializedArray<int>(BlockSize));
            used = 0;
        }

        var to = blocks[^1].AsSpan(used);
        to[0] = set.Length;
        set.CopyTo(to[1..]);
        var at = blocks.Count - 1 << BlockBits | used;
        used += set.Length + 1;
        return at;
    }
}
