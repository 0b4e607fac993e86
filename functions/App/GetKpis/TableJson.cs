using Homeward.Columns;

namespace Homeward.App.GetKpis;

/// <summary>Rows of a figures file, by the values of its columns.</summary>
static class TableJson
{
    /// <summary>Rows where every named text column has the value asked for.</summary>
    public static int[] Rows(Table figures, IReadOnlyCollection<(string Column, string Value)> wanted)
    {
        var columns = wanted.Select(filter => (Column: (TextColumn)figures[filter.Column], filter.Value)).ToList();
        return [.. Enumerable.Range(0, figures.RowCount).Where(row => columns.TrueForAll(filter => filter.Column[row] == filter.Value))];
    }

    /// <summary>One row as JSON values by column name.</summary>
    public static Dictionary<string, object?> Json(Table figures, int row) =>
        figures.Columns.ToDictionary(column => column.Name, column => Value(column, row));

    static object? Value(Column column, int row) => column.IsNull(row) ? null : column switch
    {
        TextColumn text => text[row],
        DateColumn date => date.DateAt(row),
        Column<double> number => number.Values[row],
        Column<int> number => number.Values[row],
        Column<long> number => number.Values[row],
        Column<bool> flag => flag.Values[row],
        _ => throw new InvalidOperationException($"{column.Name} has a type that figures do not have."),
    };
}
