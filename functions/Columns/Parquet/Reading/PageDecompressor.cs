using System.Buffers;
using System.IO.Compression;
using Homeward.Columns.Parquet.Format;
using Snappier;

namespace Homeward.Columns.Parquet.Reading;

/// <summary>Undoes codecs, into a buffer that the next page reuses.</summary>
sealed class PageDecompressor(ReadLimits limits) : IDisposable
{
    /// <summary>A byte of gzip may stand for a thousand: beyond this a page is taken for a bomb.</summary>
    const long MaxUnzipped = 256 << 20;
    byte[] buffer = [];

    /// <exception cref="ParquetException">The codec is not supported, or the result is not of the size announced.</exception>
    public ReadOnlySpan<byte> Decompress(Codec codec, ReadOnlySpan<byte> stored, int size, string where)
    {
        if (codec == Codec.Uncompressed)
        {
            ParquetException.Require(stored.Length == size, where, $"an uncompressed page of {stored.Length} bytes that announces {size}");
            return stored;
        }

        ParquetException.Require(size <= Most(codec, stored.Length, where), where, $"{stored.Length} compressed bytes that announce {size}");
        if (buffer.Length < size)
        {
            limits.Take(size - buffer.Length, where);
            Dispose();
            buffer = ArrayPool<byte>.Shared.Rent(size);
        }

        var target = buffer.AsSpan(0, size);
        try
        {
            var written = codec == Codec.Snappy ? Unsnap(stored, target) : Unzip(stored, target);
            ParquetException.Require(written == size, where, $"a page of {written} bytes that announces {size}");
        }
        catch (Exception damage) when (damage is InvalidDataException or ArgumentException)
        {
            throw new ParquetException($"The Parquet file is damaged: {where}: a page cannot be decompressed. Take an undamaged copy.", damage);
        }

        return target;
    }

    public void Dispose()
    {
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = [];
        }
    }

    /// <summary>More than this cannot come out: 64 bytes copied by three (Snappy), 258 by two bits (Deflate).</summary>
    static long Most(Codec codec, long stored, string where)
    {
        if (codec is not (Codec.Snappy or Codec.Gzip))
        {
            ParquetException.Unsupported(where, $"the codec {codec}; write the file with Snappy, gzip or no compression");
        }

        return codec == Codec.Snappy ? stored * 32 : Math.Min(stored * 1_040, MaxUnzipped);
    }

    static int Unsnap(ReadOnlySpan<byte> stored, Span<byte> target) =>
        Snappy.GetUncompressedLength(stored) == target.Length ? Snappy.Decompress(stored, target) : -1;

    static int Unzip(ReadOnlySpan<byte> stored, Span<byte> target)
    {
        using var zipped = new MemoryStream(stored.ToArray());
        using var gzip = new GZipStream(zipped, CompressionMode.Decompress);
        var written = gzip.ReadAtLeast(target, target.Length, throwOnEndOfStream: false);
        return gzip.ReadByte() < 0 ? written : -1;
    }
}
