using System.Numerics;
using System.Runtime.InteropServices;

namespace Homeward.Columns;

/// <summary>SipHash-1-3 under a key that nobody outside the process knows: texts that collide cannot be prepared for it.</summary>
/// <remarks>
/// Aumasson and Bernstein, "SipHash: a fast short-input PRF". The key is random, results are not: the hash decides where a text is looked
/// for, never which code it gets.
/// </remarks>
static class KeyedHash
{
    /// <summary>The upper half of the 64-bit hash.</summary>
    public static uint Of(ReadOnlySpan<byte> text) => (uint)(Of(text, ProcessSeed.First, ProcessSeed.Second) >> 32);

    internal static ulong Of(ReadOnlySpan<byte> text, ulong key0, ulong key1)
    {
        var v0 = key0 ^ 0x736f6d6570736575;
        var v1 = key1 ^ 0x646f72616e646f6d;
        var v2 = key0 ^ 0x6c7967656e657261;
        var v3 = key1 ^ 0x7465646279746573;
        var length = (ulong)text.Length << 56;
        for (; text.Length >= 8; text = text[8..])
        {
            var word = MemoryMarshal.Read<ulong>(text);
            v3 ^= word;
            Round(ref v0, ref v1, ref v2, ref v3);
            v0 ^= word;
        }

        for (var i = 0; i < text.Length; i++)
        {
            length |= (ulong)text[i] << (8 * i);
        }

        v3 ^= length;
        Round(ref v0, ref v1, ref v2, ref v3);
        v0 ^= length;
        v2 ^= 0xff;
        Round(ref v0, ref v1, ref v2, ref v3);
        Round(ref v0, ref v1, ref v2, ref v3);
        Round(ref v0, ref v1, ref v2, ref v3);
        return v0 ^ v1 ^ v2 ^ v3;
    }

    static void Round(ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3)
    {
        v0 += v1;
        v1 = BitOperations.RotateLeft(v1, 13) ^ v0;
        v0 = BitOperations.RotateLeft(v0, 32);
        v2 += v3;
        v3 = BitOperations.RotateLeft(v3, 16) ^ v2;
        v0 += v3;
        v3 = BitOperations.RotateLeft(v3, 21) ^ v0;
        v2 += v1;
        v1 = BitOperations.RotateLeft(v1, 17) ^ v2;
        v2 = BitOperations.RotateLeft(v2, 32);
    }
}
