using Homeward.Columns.Parquet.Format;
using Homeward.Columns.Parquet.Thrift;

namespace Homeward.Columns.Parquet.Writing;

/// <summary>Cuts a column chunk into pages and writes them. Holds the buffers of one worker.</summary>
sealed class ChunkEncoder(Codec codec, bool checksums = true) : IDisposable
{
    const int TrialRows = 20_480;

    /// <summary>A dictionary of fewer than one value in so many is taken unseen.</summary>
    const int TrialShare = 16;
    readonly ByteBuffer body = new(1 << 16);
    readonly ByteBuffer output = new(1 << 16);
    readonly List<PageEntry> pages = [];
    long uncompressed;

    public void Dispose()
    {
        body.Dispose();
        output.Dispose();
    }

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
        foreach (var page in PageLayout.Cut(levels, values, chunk))
        {
            WriteDataPage(levels, values, page);
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

        var sample = Math.Min(values.Count, TrialRows);
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

    void WriteDataPage(ChunkRows levels, ChunkValues values, in PageCut page)
    {
        body.Clear();
        levels.EncodeLevels(page.Row, page.RowEnd, body);
        values.Write(page.Value, page.ValueEnd, body);
        var offset = output.Length;
        WritePage(PageType.Data, values.DictionaryCount > 0 ? PageEncoding.RleDictionary : PageEncoding.Plain, page.Rows);
        pages.Add(new(offset, output.Length - offset, page.Row, page.Values == 0, page.Nulls, page.Bounds.Min, page.Bounds.Max));
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
