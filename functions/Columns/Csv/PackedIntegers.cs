using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Homeward.Columns.Csv;

/// <summary>A growing sequence of 32-bit integers, kept batch by batch in as few bytes as the batch's values need until it is complete.</summary>
/// <remarks>
/// A batch is kept as the distances from its smallest value, or from a line that rises by one per row (line numbers, codes of texts that are
/// all new), whichever are smaller: 0, 1, 2 or 4 bytes each. Memory that is touched for the first time costs more than this arithmetic.
/// </remarks>
sealed class PackedIntegers : IGrowing<int>
{
    const int BlockBytes = 1 << 18;

    readonly List<Batch> batches = [];
    int[] current = [];
    int pending;
    byte[] block = [];
    int used;

    readonly record struct Batch(int Count, int Base, int Rise, int Width, byte[] Block, int Start);

    /// <summary>Values so far.</summary>
    public int Count { get; private set; }

    public Span<int> Next(int count)
    {
        if (current.Length < count)
        {
            current = GC.AllocateUninitializedArray<int>(count);
        }

        pending = count;
        return current.AsSpan(0, count);
    }

    public void Keep()
    {
        var values = current.AsSpan(0, pending);
        if (values.IsEmpty)
        {
            return;
        }

        var (low, high) = Range(values, 0);
        var (lowRise, highRise) = Range(values, 1);
        var rise = (uint)(highRise - lowRise) < (uint)(high - low) ? 1 : 0;
        var (start, spread) = rise == 1 ? (lowRise, (uint)(highRise - lowRise)) : (low, (uint)(high - low));
        var width = spread == 0 ? 0 : spread <= byte.MaxValue ? 1 : spread <= ushort.MaxValue ? 2 : 4;
        Append(values, start, rise, width);
        Count += pending;
        pending = 0;
    }

    public int[] Take()
    {
        var all = GC.AllocateUninitializedArray<int>(Count);
        var next = 0;
        for (var i = 0; i < batches.Count; i++)
        {
            Unpack(batches[i], all.AsSpan(next, batches[i].Count));
            next += batches[i].Count;
            batches[i] = default;
        }

        batches.Clear();
        (block, used, Count) = ([], 0, 0);
        return all;
    }

    void Append(ReadOnlySpan<int> values, int start, int rise, int width)
    {
        var bytes = values.Length * width;
        if (used + bytes > block.Length)
        {
            block = GC.AllocateUninitializedArray<byte>(Math.Max(bytes, Math.Min(Count, BlockBytes)));
            used = 0;
        }

        batches.Add(new Batch(values.Length, start, rise, width, block, used));
        Pack(values, start, rise, width, block.AsSpan(used, bytes));
        used += bytes;
    }

    /// <summary>Smallest and largest distance from a line that rises by <paramref name="rise"/> per value; distances may wrap around.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static (int Low, int High) Range(ReadOnlySpan<int> values, int rise)
    {
        var (low, high) = (Vector.Create(int.MaxValue), Vector.Create(int.MinValue));
        var line = Vector.CreateSequence(0, rise);
        var step = Vector.Create(rise * Vector<int>.Count);
        var i = 0;
        for (; i <= values.Length - Vector<int>.Count; i += Vector<int>.Count)
        {
            var distance = new Vector<int>(values[i..]) - line;
            (low, high) = (Vector.Min(low, distance), Vector.Max(high, distance));
            line += step;
        }

        var (least, most) = (int.MaxValue, int.MinValue);
        for (var lane = 0; lane < Vector<int>.Count; lane++)
        {
            (least, most) = (Math.Min(least, low[lane]), Math.Max(most, high[lane]));
        }

        for (; i < values.Length; i++)
        {
            (least, most) = (Math.Min(least, values[i] - i * rise), Math.Max(most, values[i] - i * rise));
        }

        return (least, most);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Pack(ReadOnlySpan<int> values, int start, int rise, int width, Span<byte> target)
    {
        if (width == 0)
        {
            return;
        }

        var line = Vector.CreateSequence(start, rise);
        var step = Vector.Create(rise * Vector<int>.Count);
        var i = 0;
        for (; i <= values.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            var first = Distances(values[i..], ref line, step);
            var second = Distances(values[(i + Vector<int>.Count)..], ref line, step);
            var third = Distances(values[(i + 2 * Vector<int>.Count)..], ref line, step);
            var fourth = Distances(values[(i + 3 * Vector<int>.Count)..], ref line, step);
            if (width == 4)
            {
                ((Vector<byte>)first).CopyTo(target[(4 * i)..]);
                ((Vector<byte>)second).CopyTo(target[(4 * i + Vector<byte>.Count)..]);
                ((Vector<byte>)third).CopyTo(target[(4 * i + 2 * Vector<byte>.Count)..]);
                ((Vector<byte>)fourth).CopyTo(target[(4 * i + 3 * Vector<byte>.Count)..]);
                continue;
            }

            var (left, right) = (Vector.Narrow(first, second), Vector.Narrow(third, fourth));
            if (width == 2)
            {
                ((Vector<byte>)left).CopyTo(target[(2 * i)..]);
                ((Vector<byte>)right).CopyTo(target[(2 * i + Vector<byte>.Count)..]);
                continue;
            }

            Vector.Narrow(left, right).CopyTo(target[i..]);
        }

        for (; i < values.Length; i++)
        {
            var distance = values[i] - i * rise - start;
            MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in distance))[..width].CopyTo(target[(i * width)..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Unpack(Batch batch, Span<int> target)
    {
        var source = batch.Block.AsSpan(batch.Start, batch.Count * batch.Width);
        var line = Vector.CreateSequence(batch.Base, batch.Rise);
        var step = Vector.Create(batch.Rise * Vector<int>.Count);
        var i = 0;
        for (; i <= target.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            var (first, second, third, fourth) = Distances(source, i, batch.Width);
            Place(first, target[i..], ref line, step);
            Place(second, target[(i + Vector<int>.Count)..], ref line, step);
            Place(third, target[(i + 2 * Vector<int>.Count)..], ref line, step);
            Place(fourth, target[(i + 3 * Vector<int>.Count)..], ref line, step);
        }

        for (; i < target.Length; i++)
        {
            var distance = 0;
            source.Slice(i * batch.Width, batch.Width).CopyTo(MemoryMarshal.AsBytes(new Span<int>(ref distance)));
            target[i] = batch.Base + i * batch.Rise + distance;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector<uint> Distances(ReadOnlySpan<int> values, ref Vector<int> line, Vector<int> step)
    {
        var distances = new Vector<int>(values) - line;
        line += step;
        return (Vector<uint>)distances;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static (Vector<uint> First, Vector<uint> Second, Vector<uint> Third, Vector<uint> Fourth) Distances(ReadOnlySpan<byte> source, int i, int width)
    {
        if (width == 0)
        {
            return default;
        }

        if (width == 4)
        {
            var words = MemoryMarshal.Cast<byte, uint>(source)[i..];
            var count = Vector<uint>.Count;
            return (new(words), new(words[count..]), new(words[(2 * count)..]), new(words[(3 * count)..]));
        }

        Vector<ushort> left, right;
        if (width == 2)
        {
            var words = MemoryMarshal.Cast<byte, ushort>(source)[i..];
            (left, right) = (new(words), new(words[Vector<ushort>.Count..]));
        }
        else
        {
            Vector.Widen(new Vector<byte>(source[i..]), out left, out right);
        }

        Vector.Widen(left, out var first, out var second);
        Vector.Widen(right, out var third, out var fourth);
        return (first, second, third, fourth);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Place(Vector<uint> distances, Span<int> target, ref Vector<int> line, Vector<int> step)
    {
        ((Vector<int>)distances + line).CopyTo(target);
        line += step;
    }
}
