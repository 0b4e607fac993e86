using System.Globalization;
using Homeward.Columns;

namespace Homeward.Measures.Worklist;

/// <summary>A value as people read it.</summary>
static class CellText
{
    public static string Of(Column column, int row) => column.IsNull(row) ? "" : column switch
    {
        TextColumn text => text[row]!,
        DateColumn date => DateColumn.Date(date.Values[row]).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Int32Column number => number.Values[row].ToString(CultureInfo.InvariantCulture),
        DoubleColumn amount => amount.Values[row].ToString("0.00", CultureInfo.InvariantCulture),
        BooleanColumn flag => flag.Values[row] ? "yes" : "no",
        _ => throw new InvalidOperationException($"A worklist has no column of type {column.Type}."),
    };
}
