using Homeward.Columns.Parquet.Format;

namespace Homeward.Columns.Parquet.Reading;

/// <summary>Which decoder turns a stored type into a column's.</summary>
static class Decoders
{
    public static ValueDecoder<double> Doubles(SchemaElement element) =>
        element.Type == PhysicalType.Double ? new FixedDecoder<double, double>() : new FixedDecoder<float, double>(Conversions.Widen);

    public static ValueDecoder<long> Longs(SchemaElement element) => element.Type switch
    {
        PhysicalType.Int64 => new FixedDecoder<long, long>(),
        PhysicalType.FixedLenByteArray => new BigEndianDecoder(element.TypeLength),
        _ when FieldReader.Meaning(element).Kind == LogicalKind.Decimal => new FixedDecoder<int, long>(Conversions.Widen),
        _ => new FixedDecoder<uint, long>(Conversions.Widen),
    };

    public static ValueDecoder<long> Instants(SchemaElement element) => FieldReader.Meaning(element).Unit switch
    {
        TimeUnit.Micros => new FixedDecoder<long, long>(Conversions.Millis(1_000)),
        TimeUnit.Nanos => new FixedDecoder<long, long>(Conversions.Millis(1_000_000)),
        _ => new FixedDecoder<long, long>(),
    };
}
