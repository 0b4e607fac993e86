using Homeward.Columns.Parquet.Format;

namespace Homeward.Columns.Parquet.Reading;

/// <summary>Reads one column of all row groups.</summary>
static class ColumnReader
{
    public static Column Read(ReadOnlySpan<byte> file, Footer footer, ParquetField field, int index)
    {
        var element = footer.Schema[index + 1];
        var where = $"column {field.Name}";
        var source = new Source(file, footer, index, field.Nullable);
        var name = field.Name;
        return field.Type switch
        {
            ColumnType.Text => Text(source, name, where),
            ColumnType.Boolean => source.Read(new BooleanDecoder(where), (values, nulls) => new BooleanColumn(name, values, nulls)),
            ColumnType.Int32 => source.Read(new FixedDecoder<int, int>(where, null), (values, nulls) => new Int32Column(name, values, nulls)),
            ColumnType.Date => source.Read(new FixedDecoder<int, int>(where, null), (values, nulls) => new DateColumn(name, values, nulls)),
            ColumnType.Double => source.Read(Doubles(element, where), (values, nulls) => new DoubleColumn(name, values, nulls)),
            ColumnType.Int64 => source.Read(Longs(element, where), (values, nulls) => new Int64Column(name, values, nulls)),
            ColumnType.Timestamp => source.Read(Instants(element, where), (values, nulls) => new TimestampColumn(name, values, nulls)),
            _ => source.Read(Longs(element, where), (values, nulls) => new DecimalColumn(name, values, field.Precision, field.Scale, nulls)),
        };
    }

    static Column Text(Source source, string name, string where)
    {
        var decoder = new TextDecoder(where);
        return source.Read(decoder, (codes, _) => new TextColumn(name, decoder.Build(), codes), absent: -1);
    }

    static ValueDecoder<double> Doubles(SchemaElement element, string where) => element.Type == PhysicalType.Double
        ? new FixedDecoder<double, double>(where, null)
        : new FixedDecoder<float, double>(where, Conversions.Widen);

    static ValueDecoder<long> Longs(SchemaElement element, string where) => element.Type switch
    {
        PhysicalType.Int64 => new FixedDecoder<long, long>(where, null),
        PhysicalType.FixedLenByteArray => new BigEndianDecoder(where, element.TypeLength),
        _ when element.Logical.Kind == LogicalKind.Decimal || element.Converted == ConvertedType.Decimal => new FixedDecoder<int, long>(where, Conversions.Widen),
        _ => new FixedDecoder<uint, long>(where, Conversions.Widen),
    };

    static FixedDecoder<long, long> Instants(SchemaElement element, string where) => FieldReader.Unit(element) switch
    {
        TimeUnit.Micros => new(where, Conversions.Millis(1_000, where)),
        TimeUnit.Nanos => new(where, Conversions.Millis(1_000_000, where)),
        _ => new(where, null),
    };

    /// <summary>Where the column's chunks are.</summary>
    readonly ref struct Source(ReadOnlySpan<byte> file, Footer footer, int index, bool optional)
    {
        readonly ReadOnlySpan<byte> file = file;

        public Column Read<T>(ValueDecoder<T> decoder, Func<T[], Bits?, Column> make, T absent = default)
            where T : unmanaged
        {
            var assembler = new ColumnAssembler<T>((int)footer.Rows, absent, decoder);
            for (var group = 0; group < footer.RowGroups.Count; group++)
            {
                var chunk = footer.RowGroups[group].Columns[index];
                assembler.Read(file.Slice((int)chunk.Start, (int)chunk.CompressedSize), chunk, optional, $"row group {group}, column {chunk.Path[0]}");
            }

            return make(assembler.Values, assembler.Nulls);
        }
    }
}
