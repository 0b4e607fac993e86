using Homeward.Columns.Parquet.Format;

namespace Homeward.Columns.Parquet.Reading;

/// <summary>Puts the rows of a column together, chunk by chunk and page by page.</summary>
sealed class ColumnAssembler<T>(int rows, T absent, ValueDecoder<T> decoder)
    where T : unmanaged
{
    readonly PageLevels levels = new();
    T[] scratch = [];
    int next;

    public T[] Values { get; } = new T[rows];

    /// <summary>Null while no row is null.</summary>
    public Bits? Nulls { get; private set; }

    public void Read(ReadOnlySpan<byte> bytes, ColumnChunk chunk, bool optional, string where)
    {
        decoder.ForgetDictionary();
        var end = next + (int)chunk.Values;
        var decompressor = new PageDecompressor(chunk.Codec, where);
        var pages = new PageCursor(bytes, where);
        while (next < end && pages.Next())
        {
            pages.CheckSum();
            var header = pages.Header;
            switch (header.Type)
            {
                case PageType.Dictionary:
                    ParquetException.Require(
                        header.Encoding is PageEncoding.Plain or PageEncoding.PlainDictionary, where, $"a dictionary encoded as {header.Encoding}");
                    decoder.ReadDictionary(decompressor.Decompress(pages.Body, header.UncompressedSize), header.Values);
                    break;
                case PageType.Data or PageType.DataV2:
                    ParquetException.Require(header.Values <= end - next, where, $"a page of {header.Values} rows where {end - next} remain");
                    ReadPage(header, pages.Body, decompressor, optional, where);
                    break;
                case PageType.Index:
                    break;
                default:
                    ParquetException.Damaged(where, $"a page of type {(int)header.Type}");
                    break;
            }
        }

        ParquetException.Require(next == end, where, $"its pages hold {chunk.Values - (end - next)} rows, expected {chunk.Values}");
    }

    void ReadPage(PageHeader header, ReadOnlySpan<byte> body, PageDecompressor decompressor, bool optional, string where)
    {
        var page = header.Type == PageType.Data
            ? PageSplitter.Version1(header, body, decompressor, optional, levels, where)
            : PageSplitter.Version2(header, body, decompressor, optional, levels, where);
        var target = Values.AsSpan(next, header.Values);
        if (!levels.AnyNull)
        {
            decoder.Read(header.Encoding, page, target);
        }
        else
        {
            if (scratch.Length < levels.ValueCount)
            {
                scratch = new T[levels.ValueCount];
            }

            decoder.Read(header.Encoding, page, scratch.AsSpan(0, levels.ValueCount));
            Spread(target);
        }

        next += header.Values;
    }

    void Spread(Span<T> target)
    {
        Nulls ??= new Bits(Values.Length);
        target.Fill(absent);
        var value = 0;
        for (var row = 0; row < target.Length; row++)
        {
            if ((levels.Valid[row >> 6] >> (row & 63) & 1) != 0)
            {
                target[row] = scratch[value++];
            }
            else
            {
                Nulls[next + row] = true;
            }
        }
    }
}
