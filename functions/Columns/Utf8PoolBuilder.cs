using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Homeward.Columns;

/// <summary>Gives each distinct text a code: 0, 1, 2 … in order of first appearance.</summary>
/// <remarks>
/// While every new text comes after the one before, as in a file sorted by its key, comparing with the last one is enough. Else open
/// addressing over the upper half of 64-bit hashes: its upper bits say where to look, the slot there holds the rest and the code; texts are
/// compared in full where all bits agree, so a collision costs time, never correctness. Where searches are suspiciously long,
/// <see cref="KeyedHash"/> takes over.
/// </remarks>
public sealed class Utf8PoolBuilder
{
    const int Slack = TextKey.Reach;
    const int SmallestTable = 32;
    const int LongSearch = 32;
    const int LargePool = 1 << 16;

    byte[] bytes = new byte[256];
    int[] offsets = new int[17];

    // Lower bits, as many as it takes to number the slots: code + 1, so that 0 is an empty slot. Upper bits: those of the hash that do not
    // number the slots. No slots while texts ascend.
    uint[] slots = [];
    int shift;
    int slotBits;
    int expected;

    // Steps of long searches, ever; each text and each search pays for some.
    long steps;
    long searches;
    bool keyed;
    TextKey last;

    public int Count { get; private set; }

    /// <summary>Every text so far came after the one before it.</summary>
    internal bool Ascends => slots.Length == 0;

    /// <summary>Texts that collide were met in such numbers that the hash was changed.</summary>
    internal bool Keyed => keyed;

    /// <summary>The text's code; the next free one where it is new.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Add(ReadOnlySpan<byte> text)
    {
        if (text.Length <= TextKey.LongestText)
        {
            return Add(TextKey.Of(text));
        }

        LeaveAscent();
        var hash = Hash(text);
        var slot = (int)(hash >> shift);
        for (; slots[slot] != 0; slot = slot + 1 & slots.Length - 1)
        {
            if (MayHold(slots[slot], hash, out var code) && Text(code).SequenceEqual(text))
            {
                return Found(slot, hash, code);
            }
        }

        var start = Append(text.Length);
        text.CopyTo(bytes.AsSpan(start));
        return Occupy(slot, hash);
    }

    /// <summary>The text's code; -1 where it was never added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Find(ReadOnlySpan<byte> text)
    {
        LeaveAscent();
        searches++;
        var hash = Hash(text);
        var slot = (int)(hash >> shift);
        for (; slots[slot] != 0; slot = slot + 1 & slots.Length - 1)
        {
            if (MayHold(slots[slot], hash, out var code) && Text(code).SequenceEqual(text))
            {
                return Found(slot, hash, code);
            }
        }

        return Found(slot, hash, -1);
    }

    /// <summary>The texts so far. More may be added; the pool that was built stays as it is.</summary>
    public Utf8Pool Build() => Count > LargePool
        ? new(bytes, offsets, Count) // Texts are only ever appended: arrays too large to copy are shared.
        : new(bytes.AsSpan(0, offsets[Count]).ToArray(), offsets.AsSpan(0, Count + 1).ToArray());

    /// <summary>The code of a short text; the next free one where it is new.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal int Add(TextKey key)
    {
        if (slots.Length == 0)
        {
            if (Count == 0 || key.ComesAfter(last))
            {
                last = key;
                AppendKey(key);
                return Count - 1;
            }

            if (key == last)
            {
                return Count - 1;
            }

            LeaveAscent();
        }

        return Add(key, key.Hash());
    }

    /// <summary>The code of a short text under its hash, once texts no longer ascend.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Add(TextKey key, uint hash)
    {
        if (keyed)
        {
            hash = HashKeyed(key);
        }

        ref var table = ref MemoryMarshal.GetArrayDataReference(slots);
        for (var slot = (int)(hash >> shift); ; slot = slot + 1 & slots.Length - 1)
        {
            var found = Unsafe.Add(ref table, slot);
            if (found == 0)
            {
                AppendKey(key);
                return Occupy(slot, hash);
            }

            if (MayHold(found, hash, out var code) && Holds(code, key))
            {
                return Found(slot, hash, code);
            }
        }
    }

    /// <summary>Asks for the memory where a text of this hash would be, ahead of its use.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal unsafe void Prefetch(uint hash)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(slots), (int)(hash >> shift))));
        }
    }

    /// <summary>Says how many texts there may be in the end, as far as can be told by now.</summary>
    internal void Expect(int texts) => expected = texts;

    /// <summary>Gives up on ascending texts and makes the table.</summary>
    internal void LeaveAscent()
    {
        if (slots.Length == 0)
        {
            Rebuild(Larger(Count, 2));
        }
    }

    ReadOnlySpan<byte> Text(int code) => bytes.AsSpan(offsets[code], offsets[code + 1] - offsets[code]);

    /// <summary>Whether all bits of the hash agree, as far as the slot knows them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    bool MayHold(uint slot, uint hash, out int code)
    {
        var rest = slot ^ hash << slotBits;
        code = (int)rest - 1;
        return rest < (uint)slots.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    bool Holds(int code, TextKey key)
    {
        ref var offset = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(offsets), code);
        var length = Unsafe.Add(ref offset, 1) - offset;
        return length <= TextKey.LongestText && TextKey.Of(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(bytes), offset), length) == key;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void AppendKey(TextKey key)
    {
        var start = Append((int)(key.Low & 0xFF));
        key.Write(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(bytes), start));
    }

    /// <summary>Makes room for one more text and the slack behind it.</summary>
    /// <returns>Where its bytes go.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int Append(int length)
    {
        var count = Count;
        var start = offsets[count];
        if (start + length + Slack > bytes.Length || count + 2 > offsets.Length)
        {
            MakeRoom(length);
        }

        offsets[count + 1] = start + length;
        Count = count + 1;
        return start;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void MakeRoom(int length)
    {
        var needed = (long)offsets[Count] + length + Slack;
        if (needed > Array.MaxLength)
        {
            throw new InvalidOperationException($"The distinct texts of a column take more than {Array.MaxLength:N0} bytes.");
        }

        if (needed > bytes.Length)
        {
            Resize(ref bytes, Math.Max(needed, Larger(bytes.Length, offsets[Count] / Math.Max(1.0, Count))));
        }

        if (Count + 2 > offsets.Length)
        {
            Resize(ref offsets, Larger(offsets.Length, 1));
        }
    }

    /// <summary>Twice the size; up to eight times where so many texts are expected, of so many units each.</summary>
    long Larger(int size, double perText) => Math.Clamp((long)(expected * perText) + 1, 2L * size, 8L * size);

    static void Resize<T>(ref T[] array, long size)
        where T : unmanaged
    {
        var larger = GC.AllocateUninitializedArray<T>((int)Math.Min(size, Array.MaxLength));
        array.AsSpan().CopyTo(larger);
        array = larger;
    }

    /// <summary>Takes a slot for the text appended last.</summary>
    /// <returns>Its code.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int Occupy(int slot, uint hash)
    {
        var code = Count - 1;
        slots[slot] = hash << slotBits | (uint)Count;
        Found(slot, hash, code);
        if (Count > slots.Length / 4 * 3)
        {
            Rebuild(Larger(slots.Length, 4 / 3.0));
        }

        return code;
    }

    /// <summary>Sees whether the search for a text ended suspiciously far from where it began.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int Found(int slot, uint hash, int code)
    {
        var distance = slot - (int)(hash >> shift) & slots.Length - 1;
        if (distance > LongSearch)
        {
            Suspect(distance);
        }

        return code;
    }

    /// <summary>Changes to a hash that cannot be foreseen once long searches are no longer chance.</summary>
    void Suspect(int distance)
    {
        steps += distance;
        if (!keyed && steps > 16 * (Count + searches) + 4096)
        {
            keyed = true;
            Rebuild(slots.Length);
        }
    }

    /// <summary>Makes the table from the texts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Rebuild(long size)
    {
        const int Ahead = 32;
        Clear(size);
        Span<uint> hashes = stackalloc uint[Ahead];
        for (var first = 0; first < Count; first += Ahead)
        {
            var some = Math.Min(Ahead, Count - first);
            for (var i = 0; i < some; i++)
            {
                hashes[i] = Hash(first + i);
                Prefetch(hashes[i]);
            }

            for (var i = 0; i < some; i++)
            {
                Place(hashes[i], first + i);
            }
        }
    }

    void Clear(long atLeast)
    {
        slots = new uint[BitOperations.RoundUpToPowerOf2((ulong)Math.Max(SmallestTable, atLeast))];
        slotBits = BitOperations.Log2((uint)slots.Length);
        shift = 32 - slotBits;
    }

    void Place(uint hash, int code)
    {
        var slot = (int)(hash >> shift);
        while (slots[slot] != 0)
        {
            slot = slot + 1 & slots.Length - 1;
        }

        slots[slot] = hash << slotBits | (uint)(code + 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    uint Hash(int code)
    {
        var text = Text(code);
        return keyed || text.Length > TextKey.LongestText ? Hash(text) : TextKey.Of(ref MemoryMarshal.GetReference(text), text.Length).Hash();
    }

    uint Hash(ReadOnlySpan<byte> text) =>
        keyed ? KeyedHash.Of(text) : text.Length <= TextKey.LongestText ? TextKey.Of(text).Hash() : LongHash(text);

    static uint HashKeyed(TextKey key)
    {
        Span<byte> text = stackalloc byte[TextKey.Reach];
        key.Write(ref MemoryMarshal.GetReference(text));
        return KeyedHash.Of(text[..(int)(key.Low & 0xFF)]);
    }

    /// <summary>Keys of eight bytes each, one after the other, then the last fifteen bytes again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static uint LongHash(ReadOnlySpan<byte> text)
    {
        var tail = text[^TextKey.LongestText..];
        var state = (ulong)text.Length;
        for (; text.Length > TextKey.LongestText; text = text[8..])
        {
            var upper = Math.BigMul(state ^ MemoryMarshal.Read<ulong>(text), 0x9E3779B97F4A7C15, out var lower);
            state = upper ^ lower;
        }

        var key = TextKey.Of(tail);
        return new TextKey(key.High ^ state, key.Low).Hash();
    }
}
