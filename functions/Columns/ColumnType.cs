namespace Homeward.Columns;

/// <summary>The types a column may have: those that every Parquet reader opens without surprises.</summary>
public enum ColumnType
{
    /// <summary>UTF-8 text, dictionary-coded in memory.</summary>
    Text,
    Int32,
    Int64,
    Double,
    Boolean,

    /// <summary>Calendar date: days since 1970-01-01.</summary>
    Date,

    /// <summary>Instant: milliseconds since 1970-01-01T00:00:00Z.</summary>
    Timestamp,

    /// <summary>Fixed-point number: an unscaled 64-bit integer with precision (at most 18) and scale.</summary>
    Decimal,
}
