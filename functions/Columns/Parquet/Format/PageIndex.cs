using Homeward.Columns.Parquet.Thrift;

namespace Homeward.Columns.Parquet.Format;

/// <summary>Where a data page lies and what it holds, for the offset index and the column index.</summary>
/// <param name="Offset">From the start of the chunk while writing, of the file when read.</param>
/// <param name="Size">Header included.</param>
/// <param name="FirstRow">Within the row group.</param>
readonly record struct PageEntry(long Offset, int Size, long FirstRow, bool AllNull, long NullCount, byte[] Min, byte[] Max);

/// <summary>The column index (bounds of each page) and the offset index (where each page lies) of a chunk.</summary>
static class PageIndex
{
    /// <summary>Reads both indexes of a chunk that has both.</summary>
    /// <exception cref="ParquetException">They lie outside the file, or do not agree with each other.</exception>
    public static PageEntry[] Read(ReadOnlySpan<byte> file, ColumnChunk chunk, long rows, string where)
    {
        var offsets = ReadOffsets(Part(file, chunk.OffsetIndexOffset, chunk.OffsetIndexLength, where), $"{where}, offset index");
        var bounds = ReadBounds(Part(file, chunk.ColumnIndexOffset, chunk.ColumnIndexLength, where), $"{where}, column index");
        ParquetException.Require(offsets.Length == bounds.Length, where, $"{offsets.Length} pages in the offset index, {bounds.Length} in the column index");
        for (var i = 0; i < offsets.Length; i++)
        {
            var (first, expected) = (offsets[i].FirstRow, i == 0 ? 0 : offsets[i - 1].FirstRow);
            ParquetException.Require(first >= expected && (i > 0 || first == 0) && first <= rows, where, $"page {i} starts at row {first}");
            bounds[i] = bounds[i] with { Offset = offsets[i].Offset, Size = offsets[i].Size, FirstRow = first };
        }

        return bounds;
    }

    public static void WriteOffsets(ByteBuffer output, IReadOnlyList<PageEntry> pages, long chunkStart)
    {
        var thrift = new ThriftWriter(output);
        thrift.BeginStruct();
        thrift.List(1, ThriftType.Struct, pages.Count);
        foreach (var page in pages)
        {
            thrift.BeginStruct();
            thrift.Int64(1, chunkStart + page.Offset);
            thrift.Int32(2, page.Size);
            thrift.Int64(3, page.FirstRow);
            thrift.EndStruct();
        }

        thrift.EndStruct();
    }

    public static void WriteBounds(ByteBuffer output, IReadOnlyList<PageEntry> pages, BoundaryOrder order)
    {
        var thrift = new ThriftWriter(output);
        thrift.BeginStruct();
        thrift.List(1, ThriftType.True, pages.Count);
        foreach (var page in pages)
        {
            thrift.Element(page.AllNull);
        }

        thrift.List(2, ThriftType.Binary, pages.Count);
        foreach (var page in pages)
        {
            thrift.Element(page.Min);
        }

        thrift.List(3, ThriftType.Binary, pages.Count);
        foreach (var page in pages)
        {
            thrift.Element(page.Max);
        }

        thrift.Int32(4, (int)order);
        thrift.List(5, ThriftType.Int64, pages.Count);
        foreach (var page in pages)
        {
            thrift.Element(page.NullCount);
        }

        thrift.EndStruct();
    }

    static ReadOnlySpan<byte> Part(ReadOnlySpan<byte> file, long offset, int length, string where)
    {
        ParquetException.Require(offset >= 0 && length >= 0 && offset <= file.Length - (long)length, where, "a page index outside the file");
        return file.Slice((int)offset, length);
    }

    static PageEntry[] ReadOffsets(ReadOnlySpan<byte> bytes, string where)
    {
        var thrift = new ThriftReader(bytes, where);
        PageEntry[] pages = [];
        thrift.Enter();
        var id = 0;
        while (thrift.Next(ref id, out var type))
        {
            if (id != 1)
            {
                thrift.Skip(type);
                continue;
            }

            pages = new PageEntry[thrift.List(type, ThriftType.Struct)];
            for (var i = 0; i < pages.Length; i++)
            {
                pages[i] = ReadLocation(ref thrift);
            }
        }

        return pages;
    }

    static PageEntry ReadLocation(ref ThriftReader thrift)
    {
        var page = default(PageEntry);
        thrift.Enter();
        var id = 0;
        while (thrift.Next(ref id, out var type))
        {
            switch (id)
            {
                case 1:
                    page = page with { Offset = thrift.Int64(type) };
                    break;
                case 2:
                    page = page with { Size = thrift.Int32(type) };
                    break;
                case 3:
                    page = page with { FirstRow = thrift.Int64(type) };
                    break;
                default:
                    thrift.Skip(type);
                    break;
            }
        }

        thrift.Leave();
        return page;
    }

    static PageEntry[] ReadBounds(ReadOnlySpan<byte> bytes, string where)
    {
        var thrift = new ThriftReader(bytes, where);
        PageEntry[]? pages = null;
        thrift.Enter();
        var id = 0;
        while (thrift.Next(ref id, out var type))
        {
            if (id is not (1 or 2 or 3 or 5))
            {
                thrift.Skip(type);
                continue;
            }

            var count = thrift.List(type, id switch { 1 => ThriftType.True, 5 => ThriftType.Int64, _ => ThriftType.Binary });
            pages ??= new PageEntry[count];
            ParquetException.Require(count == pages.Length, where, $"lists of {pages.Length} and {count} pages");
            for (var i = 0; i < count; i++)
            {
                pages[i] = id switch
                {
                    1 => pages[i] with { AllNull = thrift.ElementBool() },
                    2 => pages[i] with { Min = thrift.ElementBinary().ToArray() },
                    3 => pages[i] with { Max = thrift.ElementBinary().ToArray() },
                    _ => pages[i] with { NullCount = thrift.ElementInteger() },
                };
            }
        }

        pages ??= [];
        ParquetException.Require(Array.TrueForAll(pages, page => page is { Min: not null, Max: not null }), where, "it lacks bounds");
        return pages;
    }
}
