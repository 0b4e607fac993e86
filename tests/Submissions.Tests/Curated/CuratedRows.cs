using System.Globalization;
using Homeward.Columns;

namespace Homeward.Submissions.Tests.Curated;

/// <summary>Curated tables as text, a row a line, for rows-in, rows-out tests.</summary>
static class CuratedRows
{
    /// <summary>The columns named, separated by spaces; null is a dash.</summary>
    public static IReadOnlyList<string> Of(Table table, string columns) =>
        [.. Enumerable.Range(0, table.RowCount).Select(row => string.Join(' ', columns.Split(' ').Select(column => Value(table[column], row))))];

    static string Value(Column column, int row) => column.IsNull(row) ? "-" : column switch
    {
        TextColumn text => text[row]!,
        Int32Column number => number.Values[row].ToString(CultureInfo.InvariantCulture),
        DateColumn date => date.DateAt(row)!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimestampColumn instant => DateTimeOffset.FromUnixTimeMilliseconds(instant.Values[row]).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        DecimalColumn money => (money.Values[row] / 100m).ToString("0.00", CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException(column.Type.ToString()),
    };
}
