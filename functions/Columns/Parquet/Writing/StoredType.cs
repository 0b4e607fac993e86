using Homeward.Columns.Parquet.Format;

namespace Homeward.Columns.Parquet.Writing;

/// <summary>How a column is stored: its place in the schema, and its chunks' values.</summary>
/// <remarks>Every column is OPTIONAL, with or without nulls: the files of a partitioned data set must have one schema.</remarks>
sealed record StoredType(SchemaElement Schema)
{
    const int MaxInt32Precision = 9;

    public PhysicalType Physical => Schema.Type!.Value;

    public static StoredType Of(Column column)
    {
        var optional = new SchemaElement(column.Name) { Repetition = Repetition.Optional };
        return new(column switch
        {
            TextColumn => optional with
            {
                Type = PhysicalType.ByteArray,
                Converted = ConvertedType.Utf8,
                Logical = new(LogicalKind.String),
            },
            Int32Column => optional with { Type = PhysicalType.Int32 },
            Int64Column => optional with { Type = PhysicalType.Int64 },
            DoubleColumn => optional with { Type = PhysicalType.Double },
            BooleanColumn => optional with { Type = PhysicalType.Boolean },
            DateColumn => optional with
            {
                Type = PhysicalType.Int32,
                Converted = ConvertedType.Date,
                Logical = new(LogicalKind.Date),
            },
            TimestampColumn => optional with
            {
                Type = PhysicalType.Int64,
                Converted = ConvertedType.TimestampMillis,
                Logical = new(LogicalKind.Timestamp, Unit: TimeUnit.Millis, Utc: true),
            },
            DecimalColumn money => optional with
            {
                Type = money.Precision <= MaxInt32Precision ? PhysicalType.Int32 : PhysicalType.Int64,
                Converted = ConvertedType.Decimal,
                Precision = money.Precision,
                Scale = money.Scale,
                Logical = new(LogicalKind.Decimal, money.Precision, money.Scale),
            },
            _ => throw new ArgumentException($"Column {column.Name} is of a type that Parquet files are not written with: {column.Type}."),
        });
    }

    public static ChunkRows Levels(Column column, int first, int rows) => column switch
    {
        TextColumn text => ChunkRows.From(text.Codes.AsSpan(first, rows)),
        Column<int> fixedWidth => ChunkRows.From(fixedWidth.Nulls, first, rows),
        Column<long> fixedWidth => ChunkRows.From(fixedWidth.Nulls, first, rows),
        Column<double> fixedWidth => ChunkRows.From(fixedWidth.Nulls, first, rows),
        _ => ChunkRows.From(((BooleanColumn)column).Nulls, first, rows),
    };

    public ChunkValues Values(Column column, int first, ChunkRows levels) => column switch
    {
        TextColumn text => new TextValues(text, first, levels),
        DecimalColumn money => DecimalChunk.Values(money, first, levels, Physical),
        Column<int> numbers => new IntegerValues<int>(numbers.Values, first, levels),
        Column<long> numbers => new IntegerValues<long>(numbers.Values, first, levels),
        DoubleColumn numbers => new DoubleValues(numbers.Values, first, levels),
        _ => new BooleanValues(((BooleanColumn)column).Values, first, levels),
    };
}
