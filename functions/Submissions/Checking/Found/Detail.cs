using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Homeward.Columns;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Checking.Found;

/// <summary>The part of a message that only the row can tell; written only for findings that are kept, so that a million cost nothing.</summary>
/// <remarks>Every text that is put in is masked: keys may hold an identifier.</remarks>
[InterpolatedStringHandler]
ref struct Detail
{
    readonly StringBuilder? text;

    public Detail(int literalLength, int formattedCount, RuleFindings found, int row, SheetColumn? column, out bool wanted)
    {
        wanted = found.Keeps(row, column);
        text = wanted ? new StringBuilder(literalLength + formattedCount * 12) : null;
    }

    public Detail(int literalLength, int formattedCount) => text = new StringBuilder(literalLength + formattedCount * 12);

    public readonly void AppendLiteral(string literal) => text!.Append(literal);

    public readonly void AppendFormatted(string? value) => text!.Append(value is null ? "" : Shape.MaskedKey(value));

    public readonly void AppendFormatted(long value) => text!.Append(value.ToString(CultureInfo.InvariantCulture));

    /// <param name="format">Of a count, "N0": line numbers stay without separators.</param>
    public readonly void AppendFormatted(long value, string format) => text!.Append(value.ToString(format, CultureInfo.InvariantCulture));

    public readonly void AppendFormatted(Day day) => text!.Append(DateColumn.Date(day.Days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public readonly void AppendFormatted(Month month) => text!.Append(month.ToString());

    public readonly void AppendFormatted(Plain plain) => text!.Append(plain.Text);

    public override readonly string ToString() => text?.ToString() ?? "";
}

/// <summary>A date in a message: days since 1970-01-01.</summary>
readonly record struct Day(int Days);

/// <summary>Text of our own, or masked already: put into a message as it is.</summary>
readonly record struct Plain(string Text);
