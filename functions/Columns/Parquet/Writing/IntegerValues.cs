using System.Numerics;
using System.Runtime.InteropServices;

namespace Homeward.Columns.Parquet.Writing;

sealed class IntegerValues<T>(T[] rows, int first, ChunkRows levels) : FixedValues<T>(rows, first, levels)
    where T : unmanaged, IBinaryInteger<T>
{
    public override bool Bounds(int from, int to, out Bounds bounds)
    {
        var (min, max) = MinMax(Range(from, to));
        bounds = new(Bytes(min), Bytes(max));
        return true;
    }

    public override int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        MemoryMarshal.Read<T>(left).CompareTo(MemoryMarshal.Read<T>(right));

    /// <summary>Of at least one value.</summary>
    public static (T Min, T Max) MinMax(ReadOnlySpan<T> values)
    {
        var (min, max) = (values[0], values[0]);
        if (values.Length >= Vector<T>.Count)
        {
            var least = new Vector<T>(values);
            var greatest = least;
            for (; values.Length >= Vector<T>.Count; values = values[Vector<T>.Count..])
            {
                var some = new Vector<T>(values);
                least = Vector.Min(least, some);
                greatest = Vector.Max(greatest, some);
            }

            for (var i = 0; i < Vector<T>.Count; i++)
            {
                min = T.Min(min, least[i]);
                max = T.Max(max, greatest[i]);
            }
        }

        foreach (var value in values)
        {
            min = T.Min(min, value);
            max = T.Max(max, value);
        }

        return (min, max);
    }
}
