using System.Buffers.Binary;
using Homeward.Columns.Parquet.Format;

namespace Homeward.Columns.Parquet.Reading;

/// <summary>Finds the footer and checks that all that it says fits the file and agrees with itself.</summary>
static class FileLayout
{
    const int Frame = 12;

    public static Footer ReadFooter(ReadOnlySpan<byte> file)
    {
        if (file.EndsWith("PARE"u8))
        {
            ParquetException.Unsupported("footer", "it is encrypted");
        }

        if (file.Length < Frame || !file.StartsWith("PAR1"u8))
        {
            throw new ParquetException("Not a Parquet file: it does not start with PAR1. Give a file that a Parquet writer made.");
        }

        ParquetException.Require(file.EndsWith("PAR1"u8), "end of file", "it does not end with PAR1; it was cut off, or is still being written");
        var length = BinaryPrimitives.ReadInt32LittleEndian(file[^8..]);
        ParquetException.Require(length >= 0 && length <= file.Length - Frame, "footer", $"a length of {length} bytes in a file of {file.Length}");
        var start = file.Length - 8 - length;
        var footer = Footer.Read(file.Slice(start, length)) with { Start = start };
        if (footer.Encrypted)
        {
            ParquetException.Unsupported("footer", "the file is encrypted");
        }

        ParquetException.Require(footer.Schema.Count > 0, "footer", "it has no schema");
        return footer;
    }

    /// <summary>Checks the row groups against a schema known to be flat.</summary>
    public static void Check(Footer footer)
    {
        ParquetException.Require(footer.Rows is >= 0 and <= int.MaxValue, "footer", $"{footer.Rows} rows, expected 0 to {int.MaxValue}");
        var rows = 0L;
        for (var i = 0; i < footer.RowGroups.Count; i++)
        {
            var group = footer.RowGroups[i];
            rows += Math.Min(group.Rows, int.MaxValue + 1L);
            ParquetException.Require(
                group.Columns.Count == footer.Schema.Count - 1,
                $"row group {i}",
                $"{group.Columns.Count} columns, but the schema has {footer.Schema.Count - 1}");
            for (var c = 0; c < group.Columns.Count; c++)
            {
                Check(group.Columns[c], footer.Schema[c + 1], group.Rows, footer.Start, $"row group {i}, column {footer.Schema[c + 1].Name}");
            }
        }

        // Chunks that share bytes, or indexes that do, would make a small file a day's work.
        var stored = footer.RowGroups.Sum(group => group.Columns.Sum(chunk => chunk.CompressedSize + chunk.IndexBytes));
        ParquetException.Require(stored <= footer.Start, "footer", $"pages and indexes of {stored} bytes where the file has {footer.Start}");
        ParquetException.Require(rows == footer.Rows, "footer", $"{footer.Rows} rows, but the row groups have {rows}");
    }

    static void Check(ColumnChunk chunk, SchemaElement element, long rows, int end, string where)
    {
        if (chunk.Elsewhere is { } place)
        {
            ParquetException.Unsupported(where, $"the pages are {place}");
        }

        ParquetException.Require(chunk.HasMetadata, where, "its metadata is missing");
        ParquetException.Require(chunk.Type == element.Type, where, $"it is {chunk.Type}, but the schema says {element.Type}");
        ParquetException.Require(chunk.Path.Count == 1 && chunk.Path[0] == element.Name, where, "its path is not the schema's column");
        ParquetException.Require(chunk.Values == rows, where, $"{chunk.Values} values for {rows} rows");
        ParquetException.Require(
            chunk.CompressedSize >= 0 && chunk.Start >= 4 && chunk.Start <= end && chunk.CompressedSize <= end - chunk.Start,
            where,
            $"{chunk.CompressedSize} bytes from byte {chunk.Start}, but the pages end before byte {end}");
    }
}
