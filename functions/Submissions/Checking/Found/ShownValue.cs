using System.Globalization;
using Homeward.Columns;
using Homeward.Submissions.Checking.Sheets;
using Homeward.Submissions.Specification;

namespace Homeward.Submissions.Checking.Found;

/// <summary>The value of a finding: coded, numeric and date fields only, and never a person's identifier (submission.md §4).</summary>
static class ShownValue
{
    public static string? Of(SheetColumn column, int row) => column.Field.Kind switch
    {
        FieldKind.NhsNumber or FieldKind.Postcode => Raw(column, row) is { } text ? Shape.Of(text) : null,
        FieldKind.BirthDate => column.UnparsableText(row) is { } text ? Shape.Of(text) : null,
        FieldKind.LocalKey when column.Field.OfAPlace => Dateless(Raw(column, row)),
        FieldKind.Key or FieldKind.Parent or FieldKind.LocalKey or FieldKind.Text => null,
        FieldKind.Date => column.Date.DateAt(row)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Masked(column.UnparsableText(row)),
        FieldKind.DateTime => column.InstantAt(row)?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? Masked(column.UnparsableText(row)),
        FieldKind.Integer => Dateless(column.Integer[row]?.ToString(CultureInfo.InvariantCulture) ?? column.UnparsableText(row)),
        FieldKind.Money => Dateless(Money(column, row) ?? column.UnparsableText(row)),
        _ => Dateless(Raw(column, row)),
    };

    /// <summary>The row's own key, safe to show.</summary>
    public static string? KeyOf(Sheet sheet, int row) => sheet.Key?.Text[row] is { } key ? Shape.MaskedKey(key) : null;

    static string? Raw(SheetColumn column, int row) => column.Text[row];

    static string? Masked(string? text) => text is null ? null : Shape.Masked(text);

    static string? Dateless(string? text) => text is null ? null : Shape.MaskedDateless(text);

    static string? Money(SheetColumn column, int row) => ((DecimalColumn)column.Values)[row] is { } unscaled
        ? (unscaled / 100m).ToString("0.00", CultureInfo.InvariantCulture)
        : null;
}
