namespace Homeward.Columns.Csv;

/// <summary>How the bytes of one CSV column are parsed.</summary>
public enum CsvType
{
    /// <summary>UTF-8 text, kept as sent: outer spaces (not tabs) of an unquoted field trimmed, leading zeros kept.</summary>
    Text,

    /// <summary><c>yyyy-MM-dd</c>, or <c>dd/MM/yyyy</c>, which is counted as reformatted; real calendar dates of the years 1800 to 2200.</summary>
    Date,

    /// <summary>
    /// ISO 8601 date and time: <c>yyyy-MM-ddTHH:mm</c> (or a space for the T), then optionally seconds, a fraction (cut to milliseconds), and
    /// <c>Z</c> or an offset. Without one it is Europe/London: a time that occurs twice is the earlier instant, a time that the clock skips
    /// is as long after the change as it claims to be.
    /// </summary>
    DateTime,

    /// <summary>A 32-bit integer: an optional sign and digits.</summary>
    Integer,

    /// <summary>A fixed-point number: an optional sign, digits, optionally a point and at most as many digits as the scale; no separators.</summary>
    Decimal,
}

/// <summary>One column that a reader looks for in a CSV file.</summary>
/// <param name="Header">The name in the header row; matched without regard to case.</param>
/// <param name="Name">The name of the column that is made.</param>
/// <param name="Precision">Decimal digits in all, for <see cref="CsvType.Decimal"/>.</param>
/// <param name="Scale">Decimal digits after the point, for <see cref="CsvType.Decimal"/>.</param>
public sealed record CsvColumnSpec(string Header, string Name, CsvType Type, int Precision = 0, int Scale = 0);

/// <summary>The limits of submission.md §2, each a file-level error when passed.</summary>
public sealed record CsvLimits
{
    public int FieldBytes { get; init; } = 4 * 1024;

    public int RowBytes { get; init; } = 64 * 1024;

    public int Columns { get; init; } = 200;

    public long FileBytes { get; init; } = 2L * 1024 * 1024 * 1024;

    public int Rows { get; init; } = 20_000_000;

    /// <summary>Values of how many unparsable fields are kept per column; all are counted.</summary>
    public int KeptFaults { get; init; } = 10_000;
}
