using System.Buffers;
using System.Runtime.InteropServices;

namespace Homeward.Columns.Parquet.Writing;

/// <summary>Values that PLAIN writes as they lie in memory (little-endian).</summary>
abstract class FixedValues<T> : ChunkValues
    where T : unmanaged
{
    readonly T[] values;
    readonly int start;
    readonly bool rented;
    readonly FixedDictionary<T>? dictionary;

    /// <param name="rows">The chunk's rows, the nulls' places among them.</param>
    /// <param name="first">Where the chunk starts in <paramref name="rows"/>.</param>
    protected FixedValues(T[] rows, int first, ChunkRows levels)
    {
        if (levels.AnyNull)
        {
            values = ArrayPool<T>.Shared.Rent(levels.ValueCount);
            rented = true;
            levels.Compact(rows.AsSpan(first, levels.Count), values);
        }
        else
        {
            values = rows;
            start = first;
        }

        dictionary = FixedDictionary<T>.TryBuild(values.AsSpan(start, levels.ValueCount));
        UseDictionary(dictionary?.Distinct.Length ?? 0);
        Count = levels.ValueCount;
    }

    public override int Count { get; }

    public override void WriteDictionary(ByteBuffer output) => output.Write(MemoryMarshal.AsBytes(dictionary!.Distinct));

    public override void Write(int from, int to, ByteBuffer output)
    {
        if (DictionaryCount == 0)
        {
            output.Write(MemoryMarshal.AsBytes(Range(from, to)));
            return;
        }

        var width = RleEncoder.Width(DictionaryCount);
        output.WriteByte((byte)width);
        RleEncoder.Encode(dictionary!.Indexes(from, to), width, output);
    }

    public override void Dispose()
    {
        dictionary?.Dispose();
        if (rented)
        {
            ArrayPool<T>.Shared.Return(values);
        }
    }

    protected ReadOnlySpan<T> Range(int from, int to) => values.AsSpan(start + from, to - from);

    protected static byte[] Bytes(T value) => MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)).ToArray();
}
