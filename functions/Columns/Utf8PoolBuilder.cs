using System.Numerics;
using System.Runtime.InteropServices;

namespace Homeward.Columns;

/// <summary>Gives each distinct text a code: 0, 1, 2 … in order of first appearance.</summary>
/// <remarks>Open addressing over 64-bit hashes; bytes are compared in full on every hit, so a hash collision costs time, never correctness.</remarks>
public sealed class Utf8PoolBuilder
{
    byte[] bytes = new byte[256];
    int[] offsets = new int[17];
    int[] slots = new int[32];
    ulong[] hashes = new ulong[16];

    public int Count { get; private set; }

    /// <summary>The text's code; the next free one where it is new.</summary>
    public int Add(ReadOnlySpan<byte> text)
    {
        var hash = Hash(text);
        var code = Probe(text, hash, out var slot);
        if (code >= 0)
        {
            return code;
        }

        Append(text, hash);
        slots[slot] = Count;
        if (Count * 2 > slots.Length)
        {
            Grow();
        }

        return Count - 1;
    }

    /// <summary>The text's code; -1 where it was never added.</summary>
    public int Find(ReadOnlySpan<byte> text) => Probe(text, Hash(text), out _);

    public Utf8Pool Build() => new(bytes.AsSpan(0, offsets[Count]).ToArray(), offsets.AsSpan(0, Count + 1).ToArray());

    /// <summary>A 64-bit hash of UTF-8 bytes: multiply-rotate over eight-byte words, then a finaliser that avalanches.</summary>
    internal static ulong Hash(ReadOnlySpan<byte> text)
    {
        var hash = 0x9E3779B97F4A7C15UL ^ (ulong)text.Length;
        while (text.Length >= 8)
        {
            hash = BitOperations.RotateLeft((hash ^ MemoryMarshal.Read<ulong>(text)) * 0xD6E8FEB86659FD93UL, 29);
            text = text[8..];
        }

        var tail = 0UL;
        for (var i = 0; i < text.Length; i++)
        {
            tail = tail << 8 | text[i];
        }

        hash = (hash ^ tail) * 0xD6E8FEB86659FD93UL;
        hash = (hash ^ hash >> 32) * 0xD6E8FEB86659FD93UL;
        return hash ^ hash >> 29;
    }

    int Probe(ReadOnlySpan<byte> text, ulong hash, out int slot)
    {
        var mask = slots.Length - 1;
        for (slot = (int)hash & mask; slots[slot] != 0; slot = slot + 1 & mask)
        {
            var code = slots[slot] - 1;
            if (hashes[code] == hash && bytes.AsSpan(offsets[code], offsets[code + 1] - offsets[code]).SequenceEqual(text))
            {
                return code;
            }
        }

        return -1;
    }

    void Append(ReadOnlySpan<byte> text, ulong hash)
    {
        var start = offsets[Count];
        if (start + text.Length > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(start + text.Length, bytes.Length * 2));
        }

        text.CopyTo(bytes.AsSpan(start));
        if (Count + 2 > offsets.Length)
        {
            Array.Resize(ref offsets, offsets.Length * 2);
            Array.Resize(ref hashes, offsets.Length);
        }

        hashes[Count] = hash;
        offsets[++Count] = start + text.Length;
    }

    void Grow()
    {
        slots = new int[slots.Length * 2];
        var mask = slots.Length - 1;
        for (var code = 0; code < Count; code++)
        {
            var slot = (int)hashes[code] & mask;
            while (slots[slot] != 0)
            {
                slot = slot + 1 & mask;
            }

            slots[slot] = code + 1;
        }
    }
}
