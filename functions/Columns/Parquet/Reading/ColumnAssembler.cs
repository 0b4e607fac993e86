using System.Numerics;
using System.Runtime.CompilerServices;
using Homeward.Columns.Parquet.Format;

namespace Homeward.Columns.Parquet.Reading;

/// <summary>Puts the rows of a column together, chunk by chunk and page by page.</summary>
/// <param name="rows">Rows in all.</param>
/// <param name="absent">What stands where a row is null.</param>
sealed class ColumnAssembler<T>(int rows, T absent, ReadLimits limits) : IDisposable
    where T : unmanaged
{
    readonly PageLevels levels = new();
    readonly PageDecompressor decompressor = new(limits);
    readonly NullMask nulls = new(rows);
    T[] compact = [];
    T[] page = [];
    int next;

    public T[] Values { get; } = GC.AllocateUninitializedArray<T>(rows);

    /// <summary>Null while no row is null.</summary>
    public Bits? Nulls => nulls.Build();

    /// <summary>Appends the rows in <paramref name="wanted"/> of a chunk.</summary>
    public void Read(ReadOnlySpan<byte> bytes, ColumnChunk chunk, bool optional, IReadOnlyList<RowRange> wanted, ValueDecoder<T> decoder, string where)
    {
        decoder.Begin(where, limits);
        var row = 0;
        var range = 0;
        var pages = new PageCursor(bytes, where);
        while (range < wanted.Count && pages.Next())
        {
            var header = pages.Header;
            switch (header.Type)
            {
                case PageType.Dictionary:
                    pages.CheckSum();
                    ReadDictionary(header, pages.Body, chunk.Codec, decoder, where);
                    break;
                case PageType.Data or PageType.DataV2:
                    ParquetException.Require(header.Values <= chunk.Values - row, where, $"a page of {header.Values} rows where {chunk.Values - row} remain");
                    var end = row + header.Values;
                    if (wanted[range].From < end && header.Values > 0)
                    {
                        pages.CheckSum();
                        ReadPage(header, pages.Body, chunk.Codec, optional, new(row, end), wanted, ref range, decoder, where);
                    }

                    row = end;
                    break;
                case PageType.Index:
                    break;
                default:
                    ParquetException.Damaged(where, $"a page of type {(int)header.Type}");
                    break;
            }
        }

        ParquetException.Require(range == wanted.Count, where, $"its pages hold {row} rows, expected {chunk.Values}");
    }

    void ReadDictionary(in PageHeader header, ReadOnlySpan<byte> body, Codec codec, ValueDecoder<T> decoder, string where)
    {
        ParquetException.Require(
            header.Encoding is PageEncoding.Plain or PageEncoding.PlainDictionary, where, $"a dictionary encoded as {header.Encoding}");
        decoder.ReadDictionary(decompressor.Decompress(codec, body, header.UncompressedSize, where), header.Values);
    }

    void ReadPage(
        in PageHeader header,
        ReadOnlySpan<byte> body,
        Codec codec,
        bool optional,
        RowRange here,
        IReadOnlyList<RowRange> wanted,
        ref int range,
        ValueDecoder<T> decoder,
        string where)
    {
        var data = header.Type == PageType.Data
            ? PageSplitter.Version1(header, body, codec, decompressor, optional, levels, where)
            : PageSplitter.Version2(header, body, codec, decompressor, optional, levels, where);
        if (wanted[range].From <= here.From && wanted[range].To >= here.To)
        {
            Decode(header.Encoding, data, Values.AsSpan(next, here.Count), decoder, where);
            Advance(0, here.Count);
            range += wanted[range].To == here.To ? 1 : 0;
            return;
        }

        Grow(ref page, here.Count, where);
        Decode(header.Encoding, data, page.AsSpan(0, here.Count), decoder, where);
        while (range < wanted.Count && wanted[range].From < here.To)
        {
            var (from, to) = (Math.Max(wanted[range].From, here.From) - here.From, Math.Min(wanted[range].To, here.To) - here.From);
            page.AsSpan(from, to - from).CopyTo(Values.AsSpan(next));
            Advance(from, to - from);
            if (wanted[range].To > here.To)
            {
                break;
            }

            range++;
        }
    }

    /// <summary>Counts rows of the current page as appended.</summary>
    void Advance(int from, int count)
    {
        if (levels.AnyNull)
        {
            nulls.Add(levels.Valid, from, count, next);
        }

        next += count;
    }

    void Decode(PageEncoding encoding, ReadOnlySpan<byte> data, Span<T> target, ValueDecoder<T> decoder, string where)
    {
        if (!levels.AnyNull)
        {
            decoder.Read(encoding, data, target);
            return;
        }

        Grow(ref compact, levels.ValueCount, where);
        decoder.Read(encoding, data, compact.AsSpan(0, levels.ValueCount));
        Spread(compact.AsSpan(0, levels.ValueCount), levels.Valid, target);
    }

    /// <summary>Moves values to the rows that have one.</summary>
    void Spread(ReadOnlySpan<T> values, ReadOnlySpan<ulong> valid, Span<T> target)
    {
        for (var word = 0; !target.IsEmpty; word++)
        {
            var part = target[..Math.Min(64, target.Length)];
            var bits = valid[word];
            if (bits == ulong.MaxValue && part.Length == 64)
            {
                values[..64].CopyTo(part);
                values = values[64..];
            }
            else
            {
                part.Fill(absent);
                var taken = 0;
                for (; bits != 0; bits &= bits - 1)
                {
                    part[BitOperations.TrailingZeroCount(bits)] = values[taken++];
                }

                values = values[taken..];
            }

            target = target[part.Length..];
        }
    }

    public void Dispose() => decompressor.Dispose();

    void Grow(ref T[] scratch, int size, string where)
    {
        if (scratch.Length < size)
        {
            limits.Take((size - scratch.Length) * (long)Unsafe.SizeOf<T>(), where);
            scratch = GC.AllocateUninitializedArray<T>(size);
        }
    }
}
