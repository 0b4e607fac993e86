using System.Text;

namespace Homeward.Columns;

/// <summary>The distinct texts of a column: UTF-8 bytes end to end, addressed by code 0, 1, 2 … in order of first appearance.</summary>
public sealed class Utf8Pool
{
    readonly byte[] bytes;
    readonly int[] offsets;

    /// <param name="bytes">All texts, one after the other.</param>
    /// <param name="offsets">Where each text starts; one more than there are texts, the last being where the bytes end.</param>
    public Utf8Pool(byte[] bytes, int[] offsets)
        : this(bytes, offsets, offsets.Length - 1)
    {
    }

    /// <summary>The first <paramref name="count"/> texts of arrays that may go on.</summary>
    internal Utf8Pool(byte[] bytes, int[] offsets, int count)
    {
        this.bytes = bytes;
        this.offsets = offsets;
        Count = count;
    }

    public int Count { get; }

    /// <summary>Bytes of all texts together.</summary>
    public int ByteCount => offsets[Count];

    public ReadOnlySpan<byte> this[int code] => bytes.AsSpan(offsets[code], offsets[code + 1] - offsets[code]);

    /// <summary>The texts' bytes end to end, for encoders.</summary>
    public ReadOnlySpan<byte> Bytes => bytes.AsSpan(0, offsets[Count]);

    /// <summary>Where each text starts in <see cref="Bytes"/>, and where the last one ends.</summary>
    public ReadOnlySpan<int> Offsets => offsets.AsSpan(0, Count + 1);

    public string Text(int code) => Encoding.UTF8.GetString(this[code]);
}
