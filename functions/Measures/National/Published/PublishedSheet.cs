using Homeward.Columns;
using Homeward.Columns.Csv;

namespace Homeward.Measures.National.Published;

/// <summary>The cells of a published file, by header.</summary>
sealed class PublishedSheet
{
    static readonly string[] Headers =
    [
        "REPORTING_PERIOD_START", "REPORTING_PERIOD_END", "STATUS", "BREAKDOWN", "PRIMARY_LEVEL", "PRIMARY_LEVEL_DESCRIPTION",
        "SECONDARY_LEVEL", "SECONDARY_LEVEL_DESCRIPTION", "MEASURE_ID", "MEASURE_NAME", "MEASURE_VALUE",
        "PublicationPeriod", "Question", "Breakdown1", "Breakdown1Code", "Breakdown1Description",
        "Breakdown2", "Breakdown2Code", "Breakdown2Description", "Value",
    ];

    readonly CsvTable table;

    public PublishedSheet(PublishedFile file)
    {
        Name = file.Name;
        using var stream = new MemoryStream(file.Bytes, writable: false);
        table = CsvReader.Read(stream, [.. Headers.Select(header => new CsvColumnSpec(header, header, CsvType.Text))]);
        if (table.Fault is { } fault)
        {
            throw new PublishedFileException($"{Name} line {fault.Line}: {fault.Message}");
        }
    }

    public string Name { get; }

    public int RowCount => table.RowCount;

    public bool Has(params string[] headers) => Array.TrueForAll(headers, header => table.Find(header) is not null);

    /// <summary>A cell without the spaces around it; null where it is blank or the file lacks the column.</summary>
    public string? Text(int row, string header) => (table.Find(header)?.Values as TextColumn)?[row]?.Trim() is { Length: > 0 } text ? text : null;

    public int Line(int row) => table.Lines[row];

    /// <exception cref="PublishedFileException">The cell is blank.</exception>
    public string Needed(int row, string header) => Text(row, header) ?? throw Problem(row, header, "a value");

    public PublishedFileException Problem(int row, string header, string expected)
    {
        var found = Text(row, header) is { } text ? $"'{text}'" : "blank";
        return new($"{Name} line {Line(row)}: {header} is {found}: expected {expected}. Take the file again from where it was published.");
    }

    /// <exception cref="PublishedFileException">The cell is neither a number nor <c>*</c>.</exception>
    public double? Value(int row, string header, Twin? twin)
    {
        try
        {
            return PublishedFigure.Parse(Text(row, header), twin);
        }
        catch (FormatException)
        {
            throw Problem(row, header, "a number, or * for a suppressed one");
        }
    }
}
