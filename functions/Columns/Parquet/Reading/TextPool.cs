using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Homeward.Columns.Parquet.Reading;

/// <summary>Gives the texts of a column their codes, a page at a time.</summary>
/// <remarks>
/// Unlike <see cref="Utf8PoolBuilder"/>, which takes one text after another, this one sees a page of them: it hashes a block ahead and
/// fetches the slots early, so that millions of keys do not wait for memory one by one. The hash is seeded by the process, since the
/// texts are a stranger's: a file of texts made to collide must not stop the reader. Codes do not depend on it.
/// </remarks>
/// <param name="repeated">Equal texts may have several codes: nothing is searched.</param>
sealed unsafe class TextPool(bool repeated, ReadLimits limits)
{
    const int Block = 32;

    // A product is 0 where one of its factors is, whatever the other: so no factor may be known outside.
    static readonly ulong Seed = ProcessSeed.First;
    static readonly ulong OtherSeed = ProcessSeed.Second;

    /// <summary>Upper half: a text's hash; lower half: its code and one. 0 is free. In order of the hash's top bits.</summary>
    /// <remarks>Rented, and as large as the shift says or larger.</remarks>
    ulong[] slots = Rent(8);
    int shift = 32 - 8;
    byte[] bytes = new byte[1 << 10];
    int[] offsets = new int[1 << 8];
    int count;

    /// <summary>The codes of texts that lie in <paramref name="data"/>.</summary>
    /// <exception cref="ParquetException">The distinct texts have more than two gigabytes.</exception>
    public void Add(ReadOnlySpan<byte> data, ReadOnlySpan<int> starts, ReadOnlySpan<int> lengths, Span<int> codes)
    {
        if (repeated)
        {
            AppendAll(data, starts, lengths, codes);
            return;
        }

        Span<uint> hashes = stackalloc uint[Block];
        for (var from = 0; from < codes.Length; from += Block)
        {
            var size = Math.Min(Block, codes.Length - from);
            Reserve(size);
            var repeats = Ahead(data, starts.Slice(from, size), lengths.Slice(from, size), hashes);
            for (var i = 0; i < size; i++)
            {
                codes[from + i] = (repeats >> i & 1) != 0 ? codes[from + i - 1] : Add(data.Slice(starts[from + i], lengths[from + i]), hashes[i]);
            }
        }
    }

    public int Add(ReadOnlySpan<byte> text)
    {
        if (repeated)
        {
            Append(text);
            return count - 1;
        }

        Reserve(1);
        return Add(text, Hash(text));
    }

    /// <summary>Ends it: nothing can be added any more.</summary>
    public Utf8Pool Build()
    {
        ArrayPool<ulong>.Shared.Return(slots);
        slots = [];
        Array.Resize(ref offsets, count + 1);
        if (offsets[count] < bytes.Length / 8 * 7)
        {
            Array.Resize(ref bytes, offsets[count]);
        }

        return new(bytes, offsets);
    }

    /// <summary>Hashes a block and has its slots fetched; says in bits which texts repeat the one before.</summary>
    uint Ahead(ReadOnlySpan<byte> data, ReadOnlySpan<int> starts, ReadOnlySpan<int> lengths, Span<uint> hashes)
    {
        var repeats = 0U;
        ReadOnlySpan<byte> before = default;
        fixed (ulong* first = slots)
        {
            for (var i = 0; i < starts.Length; i++)
            {
                var text = data.Slice(starts[i], lengths[i]);
                if (i > 0 && text.SequenceEqual(before))
                {
                    repeats |= 1U << i;
                    continue;
                }

                before = text;
                hashes[i] = Hash(text);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch0(first + (hashes[i] >> shift));
                }
            }
        }

        return repeats;
    }

    int Add(ReadOnlySpan<byte> text, uint hash)
    {
        var mask = (int)(uint.MaxValue >> shift);
        var index = (int)(hash >> shift);
        for (ulong slot; (slot = slots[index]) != 0; index = index + 1 & mask)
        {
            if ((uint)(slot >> 32) == hash && Text((int)(uint)slot - 1).SequenceEqual(text))
            {
                return (int)(uint)slot - 1;
            }
        }

        Append(text);
        slots[index] = (ulong)hash << 32 | (uint)count;
        return count - 1;
    }

    ReadOnlySpan<byte> Text(int code) => bytes.AsSpan(offsets[code], offsets[code + 1] - offsets[code]);

    /// <summary>Texts one after the other; those that repeat the one before share its code.</summary>
    void AppendAll(ReadOnlySpan<byte> data, ReadOnlySpan<int> starts, ReadOnlySpan<int> lengths, Span<int> codes)
    {
        ReadOnlySpan<byte> before = default;
        var size = 0;
        foreach (var length in lengths[..codes.Length])
        {
            size += length;
        }

        MakeRoom(size, codes.Length);
        for (var i = 0; i < codes.Length; i++)
        {
            var text = data.Slice(starts[i], lengths[i]);
            if (i == 0 || !text.SequenceEqual(before))
            {
                Append(text);
                before = text;
            }

            codes[i] = count - 1;
        }
    }

    void Append(ReadOnlySpan<byte> text)
    {
        var start = offsets[count];
        if (bytes.Length - start < text.Length || count + 1 == offsets.Length)
        {
            MakeRoom(text.Length, 1);
        }

        text.CopyTo(bytes.AsSpan(start));
        offsets[++count] = start + text.Length;
    }

    void MakeRoom(int length, int texts)
    {
        var used = offsets[count];
        ParquetException.Require(length <= Array.MaxLength - used, "texts", "more than two gigabytes of distinct ones in a column");
        if (bytes.Length - used < length)
        {
            Grow(ref bytes, Math.Max((long)used + length, 2L * bytes.Length), used);
        }

        if (offsets.Length - count <= texts)
        {
            Grow(ref offsets, Math.Max((long)count + texts + 1, 2L * offsets.Length), count + 1);
        }
    }

    void Grow<T>(ref T[] array, long size, int used)
        where T : unmanaged
    {
        size = Math.Min(Array.MaxLength, size);
        limits.Take((size - array.Length) * sizeof(T), "texts");
        var larger = GC.AllocateUninitializedArray<T>((int)size);
        array.AsSpan(0, used).CopyTo(larger);
        array = larger;
    }

    /// <summary>Makes room for some more texts, so that at least half of the slots stay free.</summary>
    void Reserve(int more)
    {
        var (old, oldSlots) = (slots, 1 << (32 - shift));
        var bits = 32 - shift;
        while ((count + (long)more) * 2 > 1L << bits)
        {
            bits++;
        }

        if (bits == 32 - shift)
        {
            return;
        }

        // Slots lie in order of the hash: copied in that order they fall into the new ones from front to back.
        limits.Take(((1L << bits) - oldSlots) * sizeof(ulong), "texts");
        shift = 32 - bits;
        slots = Rent(bits);
        foreach (var slot in old.AsSpan(0, oldSlots))
        {
            if (slot != 0)
            {
                var index = (int)((uint)(slot >> 32) >> shift);
                while (slots[index] != 0)
                {
                    index = index + 1 & (1 << bits) - 1;
                }

                slots[index] = slot;
            }
        }

        ArrayPool<ulong>.Shared.Return(old);
    }

    static ulong[] Rent(int bits)
    {
        var slots = ArrayPool<ulong>.Shared.Rent(1 << bits);
        slots.AsSpan(0, 1 << bits).Clear();
        return slots;
    }

    internal static uint Hash(ReadOnlySpan<byte> text)
    {
        ref var start = ref MemoryMarshal.GetReference(text);
        var length = text.Length;
        var state = Seed;
        ulong a = 0, b = 0;
        if (length >= 8)
        {
            for (var i = 0; length - i > 16; i += 16)
            {
                state = Mix(Word(ref start, i) ^ OtherSeed, Word(ref start, i + 8) ^ state);
            }

            a = Word(ref start, Math.Max(0, length - 16));
            b = Word(ref start, length - 8);
        }
        else if (length >= 4)
        {
            a = Unsafe.ReadUnaligned<uint>(ref start);
            b = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, length - 4));
        }
        else if (length > 0)
        {
            a = (ulong)start << 16 | (ulong)Unsafe.Add(ref start, length >> 1) << 8 | Unsafe.Add(ref start, length - 1);
        }

        return (uint)(Mix((ulong)length ^ 0xE7037ED1A0B428DBUL, Mix(a ^ OtherSeed ^ 0x8EBC6AF09C88C6E3UL, b ^ state)) >> 32);
    }

    static ulong Word(ref byte start, int at) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, at));

    static ulong Mix(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high ^ low;
    }
}
