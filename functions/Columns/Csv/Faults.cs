using System.Globalization;

namespace Homeward.Columns.Csv;

/// <summary>The sentences for files that cannot be used. None holds a value of the file.</summary>
static class Faults
{
    public static CsvFault Empty() =>
        new(CsvFaultKind.Empty, 1, "The file is empty: expected a header row with the column names; export the table again.");

    public static CsvFault NoUtf8(int line) => Say(CsvFaultKind.NotUtf8, line,
        $"Line {line} holds bytes that are not UTF-8, as in a file saved for Windows (ANSI): save it as \"CSV UTF-8\" and send it again.");

    public static CsvFault Nul(int line) => Say(CsvFaultKind.NotUtf8, line,
        $"Line {line} holds a NUL byte, which no text has: the file was damaged or cut while it was written; export it again.");

    public static CsvFault Utf16() => Say(CsvFaultKind.NotUtf8, 1,
        $"The file is UTF-16 (\"Unicode text\"), expected UTF-8: save it as \"CSV UTF-8\" and send it again.");

    public static CsvFault NotText(string found) => Say(CsvFaultKind.NotUtf8, 1,
        $"The file is {found}, expected CSV text: save or unpack it as \"CSV UTF-8\" and send that.");

    public static CsvFault DuplicateHeader(int line, int first, int second, string? name) => Say(CsvFaultKind.DuplicateHeader, line,
        $"The header gives the same name{(name is null ? "" : $", {name},")} to columns {first} and {second}: each column may be given once; remove or rename one.");

    public static CsvFault TooManyColumns(int line, int found, int limit) => Say(CsvFaultKind.TooManyColumns, line,
        $"The header has {found:N0} columns, more than the limit of {limit:N0}: send the columns of the specification only.");

    public static CsvFault Ragged(int line, int breaks, int found, int expected) => breaks > 0
        ? Say(CsvFaultKind.RaggedRow, line,
            $"The row on lines {line} to {line + breaks} has {Fields(found)}, the header has {expected:N0}: look for a quote that is missing or too many.")
        : Say(CsvFaultKind.RaggedRow, line,
            $"The row on line {line} has {Fields(found)}, the header has {expected:N0}: look for a missing comma, or one in a value without quotes.");

    public static CsvFault Unclosed(int line) => Say(CsvFaultKind.UnclosedQuote, line,
        $"The quote opened on line {line} is never closed: close it, or double a quote that belongs to a quoted value.");

    public static CsvFault UnclosedWithin(int line, int limit) => Say(CsvFaultKind.UnclosedQuote, line,
        $"The quote opened on line {line} is not closed within {limit:N0} bytes, the limit for one field: close it, or shorten the value.");

    public static CsvFault FieldTooLong(int line, int field, int limit) => Say(CsvFaultKind.FieldTooLong, line,
        $"Field {field} of the row on line {line} is longer than the limit of {limit:N0} bytes: shorten it, or look for a missing comma or line break.");

    public static CsvFault RowTooLong(int line, int limit) => Say(CsvFaultKind.RowTooLong, line,
        $"The row on line {line} is longer than the limit of {limit:N0} bytes: look for a missing line break (LF or CRLF ends a row).");

    public static CsvFault TooLarge(int line, long limit) => Say(CsvFaultKind.FileTooLarge, line,
        $"The file is larger than the limit of {limit:N0} bytes, reached on line {line}: send the rows of one month only.");

    public static CsvFault TooManyRows(int line, int limit) => Say(CsvFaultKind.TooManyRows, line,
        $"The file has more than {limit:N0} rows, the limit, reached on line {line}: send the rows of one month only.");

    public static CsvFault OtherSeparator(int line, char found) => Say(CsvFaultKind.OtherSeparator, line,
        $"The header separates names with {(found == '\t' ? "tabs" : $"'{found}'")}, expected commas: save the file as comma-separated CSV.");

    public static CsvFault BareReturns(int line) => Say(CsvFaultKind.OtherLineBreak, line,
        $"The lines end in a carriage return alone (\"Macintosh\"), expected LF or CRLF: save the file as \"CSV UTF-8\" and send it again.");

    static string Fields(int count) => count == 1 ? "1 field" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} fields");

    static CsvFault Say(CsvFaultKind kind, int line, FormattableString message) => new(kind, line, message.ToString(CultureInfo.InvariantCulture));
}
