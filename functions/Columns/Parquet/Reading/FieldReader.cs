using Homeward.Columns.Parquet.Format;

namespace Homeward.Columns.Parquet.Reading;

/// <summary>Which type of column a schema element becomes, or why it cannot be read.</summary>
static class FieldReader
{
    const int MaxPrecision = 18;

    public static (ParquetField[] Fields, IReadOnlyDictionary<string, int> Places) Read(IReadOnlyList<SchemaElement> schema)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var fields = new ParquetField[schema.Count - 1];
        for (var i = 0; i < fields.Length; i++)
        {
            var element = schema[i + 1];
            var where = $"column {element.Name}";
            if (element.Type is null || element.Repetition == Repetition.Repeated)
            {
                ParquetException.Unsupported(where, "it is nested or repeated; only flat tables are read");
            }

            ParquetException.Require(places.TryAdd(element.Name, i), where, "the schema names it twice");
            ParquetException.Require(
                element.Repetition is Repetition.Required or Repetition.Optional,
                where,
                "it says neither that it is required nor that it is optional");
            fields[i] = Read(element, where);
        }

        ParquetException.Require(schema[0].Children == fields.Length, "schema", $"it announces {schema[0].Children} columns and has {fields.Length}");
        return (fields, places);
    }

    /// <summary>What an element's values mean, in whichever words the file says it.</summary>
    public static LogicalType Meaning(SchemaElement element) => element.Logical.Kind == LogicalKind.None ? FromConverted(element) : element.Logical;

    static ParquetField Read(SchemaElement element, string where)
    {
        var logical = Meaning(element);
        var nullable = element.Repetition == Repetition.Optional;
        if (logical.Kind == LogicalKind.Decimal)
        {
            return Decimal(element, logical, nullable, where);
        }

        var type = (element.Type, logical.Kind) switch
        {
            (PhysicalType.Boolean, LogicalKind.None) => ColumnType.Boolean,
            (PhysicalType.Int32, LogicalKind.None) => ColumnType.Int32,
            (PhysicalType.Int32, LogicalKind.Integer) when logical.Signed || logical.BitWidth < 32 => ColumnType.Int32,
            (PhysicalType.Int32, LogicalKind.Integer) => ColumnType.Int64,
            (PhysicalType.Int32, LogicalKind.Date) => ColumnType.Date,
            (PhysicalType.Int64, LogicalKind.None) => ColumnType.Int64,
            (PhysicalType.Int64, LogicalKind.Integer) when logical.Signed => ColumnType.Int64,
            (PhysicalType.Int64, LogicalKind.Timestamp) when logical.Unit != TimeUnit.None => ColumnType.Timestamp,
            (PhysicalType.Float or PhysicalType.Double, LogicalKind.None) => ColumnType.Double,
            (PhysicalType.ByteArray, LogicalKind.None or LogicalKind.String or LogicalKind.Enum or LogicalKind.Json) => ColumnType.Text,
            _ => (ColumnType?)null,
        };
        if (type is null)
        {
            var meaning = logical.Kind == LogicalKind.None ? "" : $" {logical.Kind}";
            ParquetException.Unsupported(where, $"the type {element.Type}{meaning}");
        }

        return new(element.Name, type.Value, nullable);
    }

    static ParquetField Decimal(SchemaElement element, LogicalType logical, bool nullable, string where)
    {
        if (element.Type is not (PhysicalType.Int32 or PhysicalType.Int64 or PhysicalType.FixedLenByteArray))
        {
            ParquetException.Unsupported(where, $"a decimal stored as {element.Type}");
        }

        if (logical.Precision > MaxPrecision)
        {
            ParquetException.Unsupported(where, $"a decimal of {logical.Precision} digits; {MaxPrecision} is the most");
        }

        ParquetException.Require(
            logical.Precision >= 1 && logical.Scale >= 0 && logical.Scale <= logical.Precision,
            where,
            $"a decimal of {logical.Precision} digits, {logical.Scale} of them after the point");
        ParquetException.Require(
            element.Type != PhysicalType.FixedLenByteArray || element.TypeLength is >= 1 and <= 16,
            where,
            $"a decimal of {element.TypeLength} bytes");
        return new(element.Name, ColumnType.Decimal, nullable, logical.Precision, logical.Scale);
    }

    /// <summary>The meaning in the words of files older than logical types.</summary>
    static LogicalType FromConverted(SchemaElement element) => element.Converted switch
    {
        null => default,
        ConvertedType.Utf8 => new(LogicalKind.String),
        ConvertedType.Enum => new(LogicalKind.Enum),
        ConvertedType.Json => new(LogicalKind.Json),
        ConvertedType.Bson => new(LogicalKind.Bson),
        ConvertedType.Decimal => new(LogicalKind.Decimal, element.Precision, element.Scale),
        ConvertedType.Date => new(LogicalKind.Date),
        ConvertedType.TimeMillis or ConvertedType.TimeMicros => new(LogicalKind.Time),
        ConvertedType.TimestampMillis => new(LogicalKind.Timestamp, Unit: TimeUnit.Millis),
        ConvertedType.TimestampMicros => new(LogicalKind.Timestamp, Unit: TimeUnit.Micros),
        ConvertedType.UInt8 => new(LogicalKind.Integer, BitWidth: 8),
        ConvertedType.UInt16 => new(LogicalKind.Integer, BitWidth: 16),
        ConvertedType.UInt32 => new(LogicalKind.Integer, BitWidth: 32),
        ConvertedType.UInt64 => new(LogicalKind.Integer, BitWidth: 64),
        ConvertedType.Int8 => new(LogicalKind.Integer, BitWidth: 8, Signed: true),
        ConvertedType.Int16 => new(LogicalKind.Integer, BitWidth: 16, Signed: true),
        ConvertedType.Int32 => new(LogicalKind.Integer, BitWidth: 32, Signed: true),
        ConvertedType.Int64 => new(LogicalKind.Integer, BitWidth: 64, Signed: true),
        _ => new(LogicalKind.Unknown),
    };
}
