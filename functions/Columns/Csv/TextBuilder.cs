using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Homeward.Columns.Csv;

/// <summary>Builds a text column: each distinct text once, and per row its code.</summary>
/// <remarks>
/// Three ways for three kinds of columns: few texts are found in a small cache of exact keys; texts that ascend need only the one before;
/// many texts are looked up in groups, so that the memory of a whole group is on its way before the first of it is needed.
/// </remarks>
sealed class TextBuilder(CsvColumnSpec spec, int field) : ColumnBuilder(spec, field)
{
    const int FewTexts = 512;
    const int CacheBits = 10;
    const int Group = 32;

    readonly Segments<int> codes = new();
    readonly Utf8PoolBuilder pool = new();
    readonly Cached[] cache = new Cached[1 << CacheBits];

    struct Cached
    {
        public TextKey Key;
        public int Code;
    }

    public override CsvColumn Build() => new(Spec, new TextColumn(Spec.Name, pool.Build(), codes.Take()), null, [], null);

    protected override void Parse(RowBatch batch)
    {
        var target = codes.Next(batch.Rows);
        if (Rows > 0)
        {
            pool.Expect((int)(pool.Count * (double)batch.RowsExpected / Rows));
        }

        if (pool.Count > FewTexts && !pool.Ascends)
        {
            Grouped(batch, target);
            return;
        }

        for (var row = 0; row < target.Length; row++)
        {
            target[row] = TryKey(batch, row, out var key) ? pool.Ascends ? pool.Add(key) : FromCache(key) : Other(batch, row);
        }
    }

    /// <summary>The key of a field that is short and needs neither trimming nor unquoting.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    bool TryKey(RowBatch batch, int row, out TextKey key)
    {
        ref var end = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(batch.Ends), row * batch.Stride + Field);
        var start = end + 1;
        var length = Unsafe.Add(ref end, 1) - start;
        ref var text = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(batch.Bytes), start);
        key = TextKey.Of(ref text, Math.Min(length, TextKey.LongestText));
        return (uint)(length - 1) < TextKey.LongestText && text is not ((byte)' ' or (byte)'"') && Unsafe.Add(ref text, length - 1) != ' ';
    }

    /// <summary>The code of a field that has no key: blank, long, or with quotes or outer spaces.</summary>
    int Other(RowBatch batch, int row)
    {
        var text = Value(batch, row);
        return text.IsEmpty ? -1 : pool.Add(text);
    }

    int FromCache(TextKey key)
    {
        var hash = key.Hash();
        ref var cached = ref cache[hash >> (32 - CacheBits)];
        if (cached.Key != key)
        {
            cached = new Cached { Key = key, Code = pool.Add(key, hash) };
        }

        return cached.Code;
    }

    void Grouped(RowBatch batch, Span<int> target)
    {
        Span<TextKey> keys = stackalloc TextKey[Group];
        Span<uint> hashes = stackalloc uint[Group];
        for (var first = 0; first < target.Length; first += Group)
        {
            var group = target.Slice(first, Math.Min(Group, target.Length - first));
            for (var i = 0; i < group.Length; i++)
            {
                if (TryKey(batch, first + i, out keys[i]))
                {
                    hashes[i] = keys[i].Hash();
                    pool.Prefetch(hashes[i]);
                }
                else
                {
                    keys[i] = default;
                }
            }

            for (var i = 0; i < group.Length; i++)
            {
                group[i] = keys[i] == default ? Other(batch, first + i) : pool.Add(keys[i], hashes[i]);
            }
        }
    }
}
