using System.Buffers;
using System.Buffers.Binary;

namespace Homeward.Columns.Parquet;

/// <summary>Bytes that grow at the end. Disposing gives its memory back for the next: a lake has thousands of small files.</summary>
sealed class ByteBuffer(int capacity = 256) : IDisposable
{
    byte[] bytes = ArrayPool<byte>.Shared.Rent(capacity);

    public int Length { get; private set; }

    public Span<byte> Written => bytes.AsSpan(0, Length);

    /// <summary>Free space of at least <paramref name="size"/> bytes after what is written; <see cref="Advance"/> says how much was used.</summary>
    public Span<byte> Free(int size)
    {
        if (bytes.Length - Length < size)
        {
            Grow(size);
        }

        return bytes.AsSpan(Length);
    }

    void Grow(int size)
    {
        var wanted = Math.Max(Length + (long)size, Math.Min(2L * bytes.Length, Array.MaxLength));
        if (wanted > Array.MaxLength)
        {
            throw new InvalidOperationException(
                $"A Parquet file of more than {Array.MaxLength} bytes cannot be made in memory: write fewer rows per file.");
        }

        var larger = ArrayPool<byte>.Shared.Rent((int)wanted);
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
        Length = 0;
    }

    public void Advance(int size) => Length += size;

    public void Clear() => Length = 0;

    /// <summary>Forgets all but the first bytes.</summary>
    public void Truncate(int length) => Length = length;

    public void Write(ReadOnlySpan<byte> data)
    {
        data.CopyTo(Free(data.Length));
        Length += data.Length;
    }

    public void WriteByte(byte value)
    {
        Free(1)[0] = value;
        Length++;
    }

    public void WriteInt32(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(Free(4), value);
        Length += 4;
    }

    /// <summary>Little-endian base 128: seven bits a byte, the top bit set on all but the last.</summary>
    public void WriteVarint(ulong value)
    {
        var free = Free(10);
        var used = 0;
        while (value >= 0x80)
        {
            free[used++] = (byte)(value | 0x80);
            value >>= 7;
        }

        free[used++] = (byte)value;
        Length += used;
    }
}
