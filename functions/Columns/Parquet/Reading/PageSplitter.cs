using System.Buffers.Binary;
using Homeward.Columns.Parquet.Format;

namespace Homeward.Columns.Parquet.Reading;

/// <summary>Parts a data page into its definition levels, which are read, and its values' bytes, which are returned.</summary>
static class PageSplitter
{
    public static ReadOnlySpan<byte> Version1(
        in PageHeader header,
        ReadOnlySpan<byte> stored,
        Codec codec,
        PageDecompressor decompressor,
        bool optional,
        PageLevels levels,
        string where)
    {
        var page = decompressor.Decompress(codec, stored, header.UncompressedSize, where);
        if (!optional)
        {
            levels.AllValid(header.Values);
            return page;
        }

        if (header.LevelEncoding != PageEncoding.Rle)
        {
            ParquetException.Unsupported(where, $"definition levels encoded as {header.LevelEncoding}");
        }

        ParquetException.Require(page.Length >= sizeof(int), where, "a page too short for its definition levels");
        var length = BinaryPrimitives.ReadInt32LittleEndian(page);
        ParquetException.Require(length >= 0 && length <= page.Length - sizeof(int), where, $"definition levels of {length} bytes in a page of {page.Length}");
        levels.Decode(page.Slice(sizeof(int), length), header.Values, where);
        return page[(sizeof(int) + length)..];
    }

    /// <summary>In version 2 the levels stand before the values, and are never compressed.</summary>
    public static ReadOnlySpan<byte> Version2(
        in PageHeader header,
        ReadOnlySpan<byte> stored,
        Codec codec,
        PageDecompressor decompressor,
        bool optional,
        PageLevels levels,
        string where)
    {
        ParquetException.Require(header.RepetitionBytes == 0, where, "repetition levels in a flat column");
        ParquetException.Require(
            header.LevelBytes >= 0 && header.LevelBytes <= stored.Length && header.LevelBytes <= header.UncompressedSize,
            where,
            $"definition levels of {header.LevelBytes} bytes in a page of {stored.Length}");
        if (optional)
        {
            levels.Decode(stored[..header.LevelBytes], header.Values, where);
        }
        else
        {
            levels.AllValid(header.Values);
        }

        var values = stored[header.LevelBytes..];
        return header.Compressed && !values.IsEmpty ? decompressor.Decompress(codec, values, header.UncompressedSize - header.LevelBytes, where) : values;
    }
}
