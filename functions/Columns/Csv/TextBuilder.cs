using System.Buffers;
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
    const int Ahead = 32;

    readonly PackedIntegers codes = new();
    readonly Utf8PoolBuilder pool = new();
    Cached[] cache = [];

    struct Cached
    {
        public TextKey Key;
        public int Code;
    }

    public override CsvColumn Build()
    {
        ArrayPool<Cached>.Shared.Return(cache);
        cache = [];
        return new(Spec, new TextColumn(Spec.Name, pool.Build(), codes.Take()), null, [], null);
    }

    protected override void Parse(RowBatch batch)
    {
        var target = codes.Next(batch.Rows);
        if (Rows > 0)
        {
            pool.Expect((int)(pool.Count * (double)batch.RowsExpected / Rows));
        }

        if (pool.Ascends)
        {
            Ascending(batch, target);
        }
        else if (pool.Count <= FewTexts)
        {
            cache = cache.Length == 0 ? NewCache() : cache;
            FromCache(batch, target);
        }
        else
        {
            Grouped(batch, target);
        }

        codes.Keep();
    }

    /// <summary>The key of a field that is short, or blank, and needs neither trimming nor unquoting.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    bool TryKey(RowBatch batch, int row, out TextKey key)
    {
        ref var end = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(batch.Ends), row * batch.Stride + Field);
        var length = Unsafe.Add(ref end, 1) - end - 1;
        ref var text = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(batch.Bytes), end + 1);
        key = TextKey.Of(ref text, Math.Min(length, TextKey.LongestText));

        // Of a blank field first and last byte are the separator behind it, which needs no care; and blank or not is no branch.
        var last = Unsafe.Add(ref text, length - 1 + (int)((uint)(length - 1) >> 31));
        return length <= TextKey.LongestText & text != ' ' & text != '"' & last != ' ';
    }

    /// <summary>The code of a field that has no key: long, or with quotes or outer spaces.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    int Other(RowBatch batch, int row)
    {
        var text = Value(batch, row);
        return text.IsEmpty ? -1 : pool.Add(text);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Ascending(RowBatch batch, Span<int> target)
    {
        for (var row = 0; row < target.Length; row++)
        {
            target[row] = TryKey(batch, row, out var key) ? key == default ? -1 : pool.Add(key) : Other(batch, row);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void FromCache(RowBatch batch, Span<int> target)
    {
        for (var row = 0; row < target.Length; row++)
        {
            if (!TryKey(batch, row, out var key))
            {
                target[row] = Other(batch, row);
                continue;
            }

            var hash = key.Hash();
            ref var cached = ref cache[hash >> (32 - CacheBits)];
            if (cached.Key != key)
            {
                cached = new Cached { Key = key, Code = key == default ? -1 : pool.Add(key, hash) };
            }

            target[row] = cached.Code;
        }
    }

    /// <summary>Looks up every text a while after asking for the memory that the search will need.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Grouped(RowBatch batch, Span<int> target)
    {
        Span<TextKey> keys = stackalloc TextKey[Ahead];
        Span<uint> hashes = stackalloc uint[Ahead];
        for (var row = -Ahead; row < target.Length; row++)
        {
            var at = row & (Ahead - 1);
            if (row >= 0)
            {
                target[row] = hashes[at] == 0 ? Other(batch, row) : keys[at] == default ? -1 : pool.Add(keys[at], hashes[at]);
            }

            hashes[at] = 0;
            if (row + Ahead < target.Length && TryKey(batch, row + Ahead, out keys[at]))
            {
                hashes[at] = keys[at].Hash();
                pool.Prefetch(hashes[at]);
            }
        }
    }

    /// <summary>A cache that knows no text but the blank, wherever it looks for it.</summary>
    static Cached[] NewCache()
    {
        var cache = ArrayPool<Cached>.Shared.Rent(1 << CacheBits);
        cache.AsSpan(0, 1 << CacheBits).Fill(new Cached { Code = -1 });
        return cache;
    }
}
