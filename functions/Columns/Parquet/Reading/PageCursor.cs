using Homeward.Columns.Parquet.Format;
using Homeward.Columns.Parquet.Thrift;

namespace Homeward.Columns.Parquet.Reading;

/// <summary>Walks the pages of a column chunk by their headers.</summary>
/// <param name="chunk">The chunk's bytes.</param>
ref struct PageCursor(ReadOnlySpan<byte> chunk, string where)
{
    readonly ReadOnlySpan<byte> chunk = chunk;
    readonly string where = where;
    int next;

    /// <summary>The page as stored.</summary>
    public ReadOnlySpan<byte> Body { get; private set; }

    public PageHeader Header { get; private set; }

    /// <summary>Fails where the page is not what its writer took the checksum of; not every writer takes one.</summary>
    public readonly void CheckSum()
    {
        if (Header.Crc is { } crc)
        {
            ParquetException.Require(Crc32.Of(Body) == (uint)crc, where, "a page's bytes are not those that were written (checksum)");
        }
    }

    public bool Next()
    {
        if (next == chunk.Length)
        {
            return false;
        }

        var thrift = new ThriftReader(chunk[next..], where);
        var header = PageHeader.Read(ref thrift);
        var start = next + thrift.Position;
        ParquetException.Require(
            header.CompressedSize >= 0 && header.CompressedSize <= chunk.Length - start,
            where,
            $"a page of {header.CompressedSize} bytes where {chunk.Length - start} remain");
        ParquetException.Require(header.UncompressedSize >= 0 && header.Values >= 0, where, "a page of negative size");
        Header = header;
        Body = chunk.Slice(start, header.CompressedSize);
        next = start + header.CompressedSize;
        return true;
    }
}
