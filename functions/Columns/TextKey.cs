using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Homeward.Columns;

/// <summary>A text of at most fifteen bytes as two numbers: equal where the texts are equal, ordered as their bytes are ordered.</summary>
/// <remarks>Big-endian, padded with zeros, the length in the last byte: so that NULs in a text do no harm.</remarks>
readonly record struct TextKey(ulong High, ulong Low)
{
    /// <summary>The longest text that has a key.</summary>
    public const int LongestText = 15;

    /// <summary>How many bytes must be readable from the start of a text, whatever its length.</summary>
    public const int Reach = 16;

    /// <summary>Seeds of the hash: arbitrary odd numbers with as many ones as zeros.</summary>
    const ulong HighSeed = 0x9E3779B97F4A7C15;
    const ulong LowSeed = 0xD6E8FEB86659FD93;

    /// <summary>The key of the <paramref name="length"/> bytes from <paramref name="start"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TextKey Of(ref byte start, int length)
    {
        var high = ReadBigEndian(ref start);
        if (length < 8)
        {
            return new(high & ~(ulong.MaxValue >> (8 * length)), (ulong)length);
        }

        var low = ReadBigEndian(ref Unsafe.Add(ref start, 8)) & ~(ulong.MaxValue >> (8 * (length - 8)));
        return new(high, low | (uint)length);
    }

    /// <summary>The key of a text that may end where memory ends: nothing behind it is read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TextKey Of(ReadOnlySpan<byte> text)
    {
        var length = text.Length;
        ref var start = ref MemoryMarshal.GetReference(text);
        if (length >= 8)
        {
            var last = ReadBigEndian(ref Unsafe.Add(ref start, length - 8));
            return new(ReadBigEndian(ref start), last << (8 * (LongestText - length)) << 8 | (uint)length);
        }

        var high = 0UL;
        for (var i = 0; i < length; i++)
        {
            high = high << 8 | Unsafe.Add(ref start, i);
        }

        return new(length == 0 ? 0 : high << (8 * (8 - length)), (uint)length);
    }

    /// <summary>Writes the text, and zeros behind it, <see cref="Reach"/> bytes in all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(ref byte target)
    {
        Unsafe.WriteUnaligned(ref target, BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(High) : High);
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, 8), BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(Low & ~0xFFUL) : Low & ~0xFFUL);
    }

    /// <summary>The upper half of a 64-bit hash: the two halves of a 128-bit product, folded. Never 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Hash()
    {
        var upper = Math.BigMul(High ^ HighSeed, Low ^ LowSeed, out var lower);
        return (uint)((upper ^ lower) >> 32) | 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ComesAfter(TextKey other) => High > other.High || High == other.High && Low > other.Low;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static ulong ReadBigEndian(ref byte start)
    {
        var word = Unsafe.ReadUnaligned<ulong>(ref start);
        return BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(word) : word;
    }
}
