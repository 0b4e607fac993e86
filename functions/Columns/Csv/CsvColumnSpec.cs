namespace Homeward.Columns.Csv;

/// <summary>How the bytes of one CSV column are parsed.</summary>
public enum CsvType
{
    /// <summary>UTF-8 text, kept as sent (outer spaces of an unquoted field trimmed).</summary>
    Text,

    /// <summary><c>yyyy-MM-dd</c>, or <c>dd/MM/yyyy</c>, which is counted as reformatted.</summary>
    Date,

    /// <summary>ISO 8601 date and time; without an offset it is Europe/London.</summary>
    DateTime,

    /// <summary>A 32-bit integer.</summary>
    Integer,

    /// <summary>A fixed-point number with a decimal point.</summary>
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
