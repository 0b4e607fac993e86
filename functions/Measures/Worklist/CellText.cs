using System.Globalization;
using Homeward.Columns;

namespace Homeward.Measures.Worklist;

/// <summary>A value as people read it.</summary>
static class CellText
{
    static readonly string[] Prefixed = ["sender_patient", "receiver_patient", "ward_1", "ward_2", "ward_3"];

    public static string Of(Column column, int row) => column.IsNull(row) ? "" : column switch
    {
        TextColumn text when Prefixed.Contains(text.Name) => Local(text[row]!),
        TextColumn text => text[row]!,
        DateColumn date => DateColumn.Date(date.Values[row]).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Int32Column number => number.Values[row].ToString(CultureInfo.InvariantCulture),
        DoubleColumn amount => amount.Values[row].ToString("0.00", CultureInfo.InvariantCulture),
        BooleanColumn flag => flag.Values[row] ? "yes" : "no",
        _ => throw new InvalidOperationException($"A worklist has no column of type {column.Type}."),
    };

    /// <summary>A key as its provider has it: what follows the bar.</summary>
    public static string Local(string key) => key[(key.IndexOf('|', StringComparison.Ordinal) + 1)..];
}
