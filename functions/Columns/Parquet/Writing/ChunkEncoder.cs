using Homeward.Columns.Parquet.Format;
using Homeward.Columns.Parquet.Thrift;

namespace Homeward.Columns.Parquet.Writing;

/// <summary>Cuts a column chunk into pages and writes them. Holds the buffers of one worker.</summary>
sealed class ChunkEncoder(Codec codec, bool checksums = true)
{
    /// <summary>A multiple of 64, so that a page starts at a whole word of the level bits.</summary>
    const int PageRows = 20_480;

    /// <summary>A dictionary of fewer than one value in so many is taken unseen.</summary>
    const int TrialShare = 16;
    readonly ByteBuffer body = new(1 << 16);
    readonly ByteBuffer output = new(1 << 16);
    readonly List<PageEntry> pages = [];
    long uncompressed;

    public EncodedChunk Encode(Column column, StoredType stored, int firstRow, int rows)
    {
        output.Clear();
        pages.Clear();
        uncompressed = 0;
        var levels = StoredType.Levels(column, firstRow, rows);
        using var values = stored.Values(column, firstRow, levels);
        if (PlainCompressesBetter(values))
        {
            values.UsePlain();
        }

        if (values.DictionaryCount > 0)
        {
            body.Clear();
            values.WriteDictionary(body);
            WritePage(PageType.Dictionary, PageEncoding.Plain, values.DictionaryCount);
        }

        var dictionaryBytes = output.Length;
        var chunk = new ChunkBounds(values);
        var value = 0;
        for (var row = 0; row < rows;)
        {
            var (rowEnd, valueEnd) = PageEnd(levels, values, row, value);
            WriteDataPage(levels, values, chunk, (row, rowEnd), (value, valueEnd));
            (row, value) = (rowEnd, valueEnd);
        }

        return new(
            output.Written.ToArray(),
            rows,
            uncompressed,
            dictionaryBytes,
            pages.ToArray(),
            chunk.Statistics(rows - levels.ValueCount),
            chunk.Order,
            chunk.Bounded);
    }

    /// <summary>Tries both on the first page where the dictionary is large: its entries compress less well apart from each other.</summary>
    bool PlainCompressesBetter(ChunkValues values)
    {
        if (codec == Codec.Uncompressed || values.DictionaryCount <= values.Count / TrialShare)
        {
            return false;
        }

        var sample = Math.Min(values.Count, PageRows);
        var dictionary = Size(() => values.WriteDictionary(body)) + Size(() => values.Write(0, sample, body)) * values.Count / sample;
        var kept = values.DictionaryCount;
        values.UsePlain();
        var plain = Size(() => values.Write(0, sample, body)) * values.Count / sample;
        values.UseDictionary(kept);
        return plain < dictionary;
    }

    long Size(Action write)
    {
        body.Clear();
        write();
        return PageCompressor.Compress(codec, body).Length;
    }

    static (int Row, int Value) PageEnd(ChunkRows levels, ChunkValues values, int row, int value)
    {
        var rowEnd = Math.Min(levels.Count, row + PageRows);
        var valueEnd = value + levels.CountValues(row, rowEnd);
        var fits = values.PageEnd(value, valueEnd);
        while (fits < valueEnd && rowEnd - row > 64)
        {
            rowEnd = row + Math.Max(64, (rowEnd - row) / 2 & ~63);
            valueEnd = value + levels.CountValues(row, rowEnd);
        }

        return (rowEnd, valueEnd);
    }

    void WriteDataPage(ChunkRows levels, ChunkValues values, ChunkBounds chunk, (int From, int To) rows, (int From, int To) range)
    {
        body.Clear();
        levels.EncodeLevels(rows.From, rows.To, body);
        values.Write(range.From, range.To, body);
        var offset = output.Length;
        WritePage(PageType.Data, values.DictionaryCount > 0 ? PageEncoding.RleDictionary : PageEncoding.Plain, rows.To - rows.From);
        var bounds = chunk.Page(range.From, range.To);
        pages.Add(new(
            offset,
            output.Length - offset,
            rows.From,
            range.From == range.To,
            rows.To - rows.From - (range.To - range.From),
            bounds.Min,
            bounds.Max));
    }

    void WritePage(PageType type, PageEncoding encoding, int values)
    {
        var stored = PageCompressor.Compress(codec, body);
        var start = output.Length;
        new PageHeader
        {
            Type = type,
            UncompressedSize = body.Length,
            CompressedSize = stored.Length,
            Crc = checksums ? (int)Crc32.Of(stored) : null,
            Values = values,
            Encoding = encoding,
        }.Write(new ThriftWriter(output));
        uncompressed += output.Length - start + body.Length;
        output.Write(stored);
    }
}
