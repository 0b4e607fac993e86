using System.Runtime.InteropServices;

namespace Homeward.Columns.Parquet.Writing;

sealed class DoubleValues(double[] rows, int first, ChunkRows levels) : FixedValues<double>(rows, first, levels)
{
    /// <remarks>
    /// NaN has no place in the order, and engines disagree where it sorts: with one in it a chunk gets no bounds, so that none
    /// skips it. Zero bounds are written as −0.0 and +0.0, as the format asks, since −0.0 equals +0.0 but differs in bits.
    /// </remarks>
    public override bool Bounds(int from, int to, out Bounds bounds)
    {
        var (min, max) = (double.PositiveInfinity, double.NegativeInfinity);
        var any = false;
        foreach (var value in Range(from, to))
        {
            any |= double.IsNaN(value);
            min = value < min ? value : min;
            max = value > max ? value : max;
        }

        bounds = new(Bytes(min == 0 ? -0.0 : min), Bytes(max == 0 ? 0.0 : max));
        return !any;
    }

    public override int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        MemoryMarshal.Read<double>(left).CompareTo(MemoryMarshal.Read<double>(right));
}
