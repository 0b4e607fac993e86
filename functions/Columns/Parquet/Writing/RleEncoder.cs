using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Homeward.Columns.Parquet.Writing;

/// <summary>Parquet's RLE and bit-packing hybrid: runs of one value, and groups of eight values packed bit by bit.</summary>
/// <remarks>https://parquet.apache.org/docs/file-format/data-pages/encodings/#run-length-encoding--bit-packing-hybrid-rle--3</remarks>
static class RleEncoder
{
    const int Group = 8;

    /// <summary>Bits that hold every number below <paramref name="count"/>; at least one, since some readers refuse none.</summary>
    public static int Width(int count) => Math.Max(1, 32 - BitOperations.LeadingZeroCount((uint)Math.Max(0, count - 1)));

    /// <summary>Appends <paramref name="values"/>, each below 2^<paramref name="width"/>.</summary>
    public static void Encode(ReadOnlySpan<int> values, int width, ByteBuffer output)
    {
        // A run ends one literal and starts another, which costs three or four bytes; as packed groups it costs width each.
        var worthwhile = (4 + (width + 7) / 8 + width - 1) / width;
        var literal = 0;
        var next = 0;
        while (next + Group <= values.Length)
        {
            var groups = EqualGroups(values[next..]);
            if (groups < worthwhile)
            {
                next += Math.Max(1, groups) * Group;
                continue;
            }

            Pack(values[literal..next], width, output);
            var end = next + groups * Group;
            while (end < values.Length && values[end] == values[next])
            {
                end++;
            }

            Run(values[next], end - next, width, output);
            literal = next = end;
        }

        Pack(values[literal..], width, output);
    }

    /// <summary>How many whole groups from the start hold one and the same value.</summary>
    static int EqualGroups(ReadOnlySpan<int> values)
    {
        var first = Vector256.Create(values[0]);
        var groups = 0;
        while (values.Length >= Group && Vector256.Create(values) == first)
        {
            groups++;
            values = values[Group..];
        }

        return groups;
    }

    static void Run(int value, int count, int width, ByteBuffer output)
    {
        output.WriteVarint((ulong)count << 1);
        for (var bits = 0; bits < width; bits += 8)
        {
            output.WriteByte((byte)(value >> bits));
        }
    }

    static void Pack(ReadOnlySpan<int> values, int width, ByteBuffer output)
    {
        if (values.IsEmpty)
        {
            return;
        }

        var groups = (values.Length + Group - 1) / Group;
        output.WriteVarint((ulong)groups << 1 | 1);
        var size = groups * width;
        var target = output.Free(size + sizeof(ulong));
        var pending = 0UL;
        var used = 0;
        var at = 0;
        foreach (var value in values)
        {
            pending |= (ulong)(uint)value << used;
            used += width;
            if (used >= 64)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(target[at..], pending);
                at += sizeof(ulong);
                used -= 64;
                pending = used == 0 ? 0 : (ulong)(uint)value >> (width - used);
            }
        }

        BinaryPrimitives.WriteUInt64LittleEndian(target[at..], pending);
        if (at + sizeof(ulong) < size)
        {
            target[(at + sizeof(ulong))..size].Clear();
        }

        output.Advance(size);
    }
}
