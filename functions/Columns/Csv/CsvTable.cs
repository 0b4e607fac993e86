namespace Homeward.Columns.Csv;

/// <summary>What a CSV file held: typed columns, where each row came from, and everything that did not parse.</summary>
/// <param name="Columns">One per <see cref="CsvColumnSpec"/> whose header was found, in the order of the specs.</param>
/// <param name="Lines">Per row, the line of the file on which it starts; the header's is 1.</param>
/// <param name="UnknownHeaders">Header names that no spec names, in file order, as sent.</param>
/// <param name="Fault">Why the file as a whole cannot be used; the rows before it are still here. Null when it can.</param>
public sealed record CsvTable(
    IReadOnlyList<CsvColumn> Columns,
    int[] Lines,
    IReadOnlyList<string> UnknownHeaders,
    CsvFault? Fault)
{
    public int RowCount => Lines.Length;

    /// <summary>The column made for <paramref name="name"/>; null where the file lacks its header.</summary>
    public CsvColumn? Find(string name) => Columns.FirstOrDefault(column => column.Spec.Name == name);
}

/// <summary>One parsed column.</summary>
/// <param name="Values">Typed values; null where the field was blank or did not parse.</param>
/// <param name="Unparsable">Rows whose field was given and did not parse; null when there is none.</param>
/// <param name="Kept">The first <see cref="CsvLimits.KeptFaults"/> fields that did not parse, ascending by row.</param>
/// <param name="Reformatted">Rows whose date was read as dd/MM/yyyy; null when there is none.</param>
public sealed record CsvColumn(
    CsvColumnSpec Spec,
    Column Values,
    Bits? Unparsable,
    IReadOnlyList<CsvFieldFault> Kept,
    Bits? Reformatted);

/// <summary>A field that did not parse.</summary>
/// <param name="Text">The field as sent, cut to 64 characters.</param>
public readonly record struct CsvFieldFault(int Row, string Text);

/// <summary>What makes a file unusable as CSV.</summary>
public enum CsvFaultKind
{
    Empty,
    NotUtf8,
    DuplicateHeader,
    RaggedRow,
    UnclosedQuote,
    FieldTooLong,
    RowTooLong,
    TooManyColumns,
    FileTooLarge,
    TooManyRows,
    OtherSeparator,
    OtherLineBreak,
}

/// <param name="Line">The line of the file where it was found; 1 is the header.</param>
/// <param name="Message">One sentence: what was found, where, what was expected, what to do. No value of the file in it.</param>
public sealed record CsvFault(CsvFaultKind Kind, int Line, string Message);
