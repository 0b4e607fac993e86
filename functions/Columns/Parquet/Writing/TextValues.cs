using System.Buffers;
using System.Buffers.Binary;

namespace Homeward.Columns.Parquet.Writing;

/// <summary>Texts of a chunk: by dictionary where that takes less room, else each with its length before it.</summary>
sealed class TextValues : ChunkValues
{
    const int PageBytes = 1 << 20;

    /// <summary>A reader holds the whole dictionary while it reads any page.</summary>
    const long MaxDictionaryBytes = 8 << 20;
    readonly Utf8Pool pool;

    /// <summary>Per value its number among <see cref="distinct"/>.</summary>
    readonly int[] indexes;

    /// <summary>Codes of the pool, in order of first appearance.</summary>
    readonly int[] distinct;

    /// <summary>Per distinct text the last page that asked for its bounds.</summary>
    readonly int[] seen;
    int page;

    public TextValues(TextColumn column, int first, ChunkRows levels)
    {
        pool = column.Pool;
        Count = levels.ValueCount;
        indexes = ArrayPool<int>.Shared.Rent(Count);
        var rows = column.Codes.AsSpan(first, levels.Count);
        if (levels.AnyNull)
        {
            levels.Compact(rows, indexes);
        }
        else
        {
            rows.CopyTo(indexes);
        }

        distinct = ArrayPool<int>.Shared.Rent(Count);
        var distinctCount = Number(indexes.AsSpan(0, Count), distinct);
        seen = ArrayPool<int>.Shared.Rent(distinctCount);
        seen.AsSpan(0, distinctCount).Clear();
        UseDictionary(DictionaryIsSmaller(distinctCount) ? distinctCount : 0);
    }

    public override int Count { get; }

    public override void WriteDictionary(ByteBuffer output)
    {
        foreach (var code in distinct.AsSpan(0, DictionaryCount))
        {
            Append(pool[code], output);
        }
    }

    public override void Write(int from, int to, ByteBuffer output)
    {
        var range = indexes.AsSpan(from, to - from);
        if (DictionaryCount > 0)
        {
            var width = RleEncoder.Width(DictionaryCount);
            output.WriteByte((byte)width);
            RleEncoder.Encode(range, width, output);
            return;
        }

        foreach (var index in range)
        {
            Append(pool[distinct[index]], output);
        }
    }

    public override int PageEnd(int from, int to)
    {
        if (DictionaryCount > 0 || from == to)
        {
            return to;
        }

        var size = 0L;
        var end = from;
        while (end < to && (size += sizeof(int) + pool[distinct[indexes[end]]].Length) <= PageBytes)
        {
            end++;
        }

        return Math.Max(end, from + 1);
    }

    public override bool Bounds(int from, int to, out Bounds bounds)
    {
        page++;
        ReadOnlySpan<byte> min = pool[distinct[indexes[from]]];
        var max = min;
        foreach (var index in indexes.AsSpan(from, to - from))
        {
            if (seen[index] == page)
            {
                continue;
            }

            seen[index] = page;
            var text = pool[distinct[index]];
            // Keys mostly ascend: the one comparison is then enough.
            if (text.SequenceCompareTo(max) > 0)
            {
                max = text;
            }
            else if (text.SequenceCompareTo(min) < 0)
            {
                min = text;
            }
        }

        bounds = TextBounds.Of(min, max);
        return true;
    }

    public override int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => left.SequenceCompareTo(right);

    public override void Dispose()
    {
        ArrayPool<int>.Shared.Return(indexes);
        ArrayPool<int>.Shared.Return(distinct);
        ArrayPool<int>.Shared.Return(seen);
    }

    /// <summary>Replaces codes of the pool by numbers in order of first appearance, and lists the codes so numbered.</summary>
    static int Number(Span<int> codes, int[] distinct)
    {
        if (codes.IsEmpty)
        {
            return 0;
        }

        if (AreConsecutive(codes))
        {
            codes.CopyTo(distinct);
            for (var i = 0; i < codes.Length; i++)
            {
                codes[i] = i;
            }

            return codes.Length;
        }

        var (least, greatest) = IntegerValues<int>.MinMax(codes);
        var size = greatest - least + 1;
        var numbers = ArrayPool<int>.Shared.Rent(size);
        numbers.AsSpan(0, size).Clear();
        var count = 0;
        foreach (ref var code in codes)
        {
            ref var number = ref numbers[code - least];
            if (number == 0)
            {
                distinct[count] = code;
                number = ++count;
            }

            code = number - 1;
        }

        ArrayPool<int>.Shared.Return(numbers);
        return count;
    }

    /// <summary>True for texts that appear here for the first time, one after the other, as keys do.</summary>
    static bool AreConsecutive(ReadOnlySpan<int> codes)
    {
        for (var i = 1; i < codes.Length; i++)
        {
            if (codes[i] != codes[i - 1] + 1)
            {
                return false;
            }
        }

        return true;
    }

    bool DictionaryIsSmaller(int distinctCount)
    {
        var (dictionary, shortest) = (0L, int.MaxValue);
        foreach (var code in distinct.AsSpan(0, distinctCount))
        {
            var size = sizeof(int) + pool[code].Length;
            dictionary += size;
            shortest = Math.Min(shortest, size);
        }

        if (dictionary > MaxDictionaryBytes || distinctCount == Count)
        {
            return false;
        }

        var coded = dictionary + (long)Count * RleEncoder.Width(distinctCount) / 8;
        return coded < (long)Count * shortest || coded < PlainBytes();
    }

    long PlainBytes()
    {
        var plain = 0L;
        foreach (var index in indexes.AsSpan(0, Count))
        {
            plain += sizeof(int) + pool[distinct[index]].Length;
        }

        return plain;
    }

    static void Append(ReadOnlySpan<byte> text, ByteBuffer output)
    {
        var target = output.Free(sizeof(int) + text.Length);
        BinaryPrimitives.WriteInt32LittleEndian(target, text.Length);
        text.CopyTo(target[sizeof(int)..]);
        output.Advance(sizeof(int) + text.Length);
    }
}
