using Homeward.Columns.Parquet.Thrift;

namespace Homeward.Columns.Parquet.Format;

/// <summary>Where a data page lies and what it holds, for the offset index and the column index.</summary>
/// <param name="Offset">From the start of the chunk while writing, of the file when read.</param>
/// <param name="Size">Header included.</param>
/// <param name="FirstRow">Within the row group.</param>
readonly record struct PageEntry(long Offset, int Size, long FirstRow, bool AllNull, long NullCount, byte[] Min, byte[] Max);

static class PageIndex
{
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
}
