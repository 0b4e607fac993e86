using System.Buffers;

namespace Homeward.Columns.Parquet.Writing;

/// <summary>Booleans, packed eight to a byte; never by dictionary.</summary>
sealed class BooleanValues : ChunkValues
{
    readonly bool[] values;
    readonly int start;
    readonly bool rented;

    public BooleanValues(bool[] rows, int first, ChunkRows levels)
    {
        (values, start) = (rows, first);
        Count = levels.ValueCount;
        if (levels.AnyNull)
        {
            (values, start, rented) = (ArrayPool<bool>.Shared.Rent(levels.ValueCount), 0, true);
            levels.Compact(rows.AsSpan(first, levels.Count), values);
        }
    }

    public override int Count { get; }

    public override void WriteDictionary(ByteBuffer output) => throw new InvalidOperationException("Booleans have no dictionary.");

    public override void Write(int from, int to, ByteBuffer output)
    {
        var size = (to - from + 7) / 8;
        var target = output.Free(size)[..size];
        target.Clear();
        for (var i = from; i < to; i++)
        {
            target[(i - from) >> 3] |= (byte)((values[start + i] ? 1 : 0) << ((i - from) & 7));
        }

        output.Advance(size);
    }

    public override bool Bounds(int from, int to, out Bounds bounds)
    {
        var range = values.AsSpan(start + from, to - from);
        bounds = new([(byte)(range.Contains(false) ? 0 : 1)], [(byte)(range.Contains(true) ? 1 : 0)]);
        return true;
    }

    public override int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => left[0].CompareTo(right[0]);

    public override void Dispose()
    {
        if (rented)
        {
            ArrayPool<bool>.Shared.Return(values);
        }
    }
}
