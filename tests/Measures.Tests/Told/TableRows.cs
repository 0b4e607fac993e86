using System.Globalization;
using Homeward.Columns;

namespace Homeward.Measures.Tests.Told;

/// <summary>A table's rows as texts; null is empty.</summary>
static class TableRows
{
    public static List<Dictionary<string, string>> Of(Table table) =>
        [.. Enumerable.Range(0, table.RowCount).Select(row => table.Columns.ToDictionary(column => column.Name, column => Cell(column, row)))];

    static string Cell(Column column, int row) => column.IsNull(row) ? "" : column switch
    {
        TextColumn text => text[row]!,
        DateColumn date => DateColumn.Date(date.Values[row]).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Int32Column number => number.Values[row].ToString(CultureInfo.InvariantCulture),
        DoubleColumn number => number.Values[row].ToString("R", CultureInfo.InvariantCulture),
        BooleanColumn flag => flag.Values[row] ? "yes" : "no",
        _ => throw new InvalidOperationException(column.Name),
    };
}
