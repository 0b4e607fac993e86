using Homeward.Columns.Parquet.Format;

namespace Homeward.Columns.Parquet.Reading;

/// <summary>Reads one column of all planned rows, from one file or several.</summary>
static class ColumnReader
{
    public static Column Read(ParquetField field, IReadOnlyList<FilePlan> plans, int rows, bool repeatedTexts, ReadLimits limits)
    {
        var name = field.Name;
        return field.Type switch
        {
            ColumnType.Text => Text(name, plans, rows, repeatedTexts, limits),
            ColumnType.Boolean => Read<bool>(name, plans, rows, limits, _ => new BooleanDecoder(), (values, nulls) => new BooleanColumn(name, values, nulls)),
            ColumnType.Int32 => Read<int>(name, plans, rows, limits, _ => new FixedDecoder<int, int>(), (values, nulls) => new Int32Column(name, values, nulls)),
            ColumnType.Date => Read<int>(name, plans, rows, limits, _ => new FixedDecoder<int, int>(), (values, nulls) => new DateColumn(name, values, nulls)),
            ColumnType.Double => Read(name, plans, rows, limits, Decoders.Doubles, (values, nulls) => new DoubleColumn(name, values, nulls)),
            ColumnType.Int64 => Read(name, plans, rows, limits, Decoders.Longs, (values, nulls) => new Int64Column(name, values, nulls)),
            ColumnType.Timestamp => Read(name, plans, rows, limits, Decoders.Instants, (values, nulls) => new TimestampColumn(name, values, nulls)),
            _ => Read(name, plans, rows, limits, Decoders.Longs, (values, nulls) => new DecimalColumn(name, values, field.Precision, field.Scale, nulls)),
        };
    }

    static Column Text(string name, IReadOnlyList<FilePlan> plans, int rows, bool repeated, ReadLimits limits)
    {
        var pool = new TextPool(repeated, limits);
        return Read(name, plans, rows, limits, _ => new TextDecoder(pool), (codes, _) => new TextColumn(name, TextDecoder.Build(pool, $"column {name}"), codes), absent: -1);
    }

    static Column Read<T>(
        string name,
        IReadOnlyList<FilePlan> plans,
        int rows,
        ReadLimits limits,
        Func<SchemaElement, ValueDecoder<T>> decoderOf,
        Func<T[], Bits?, Column> make,
        T absent = default)
        where T : unmanaged
    {
        using var assembler = new ColumnAssembler<T>(rows, absent, limits);
        SchemaElement? before = null;
        ValueDecoder<T>? decoder = null;
        foreach (var (file, groups, place) in plans)
        {
            var column = file.Find(name);
            var element = file.Footer.Schema[column + 1];
            decoder = decoder is null || element != before ? decoderOf(element) : decoder;
            before = element;
            foreach (var (group, ranges) in groups)
            {
                var chunk = file.Footer.RowGroups[group].Columns[column];
                var bytes = file.Bytes.Span.Slice((int)chunk.Start, (int)chunk.CompressedSize);
                assembler.Read(bytes, chunk, file.Fields[column].Nullable, ranges, decoder, $"{place}row group {group}, column {name}");
            }
        }

        return make(assembler.Values, assembler.Nulls);
    }
}
