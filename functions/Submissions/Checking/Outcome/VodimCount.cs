using Homeward.Columns;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Checking.Outcome;

/// <summary>Counts a table's values as Valid, Other, Default, Invalid and Missing (submission.md §5), over all rows read.</summary>
/// <remarks>
/// Invalid is a value that is not in the list for the month, that the reference data does not know, or that a rejecting rule named.
/// Where a field is wanted under a condition only, a blank in a row that does not meet it is not counted at all.
/// </remarks>
static class VodimCount
{
    public static IReadOnlyList<Vodim> Of(Sheet sheet) => [.. sheet.Columns.Select(column => Of(sheet, column))];

    static Vodim Of(Sheet sheet, SheetColumn column)
    {
        var name = column.Field.Name;
        if (column is { Classes: null, Refused: null, Reformatted: null, Unparsable: null, Field.WhenField: null })
        {
            var missing = column.Values.NullCount;
            return new Vodim(name, sheet.Rows - missing, 0, 0, 0, missing);
        }

        var condition = column.Field.WhenField is { } field ? sheet[field] : null;
        var counts = new long[5];
        var blank = 0L;
        for (var row = 0; row < sheet.Rows; row++)
        {
            if (column.IsBlank(row))
            {
                blank += condition is null || Holds(condition, row) ? 1 : 0;
            }
            else
            {
                counts[(int)ClassOf(column, row)]++;
            }
        }

        return new Vodim(
            name,
            counts[(int)ValueClass.Valid],
            counts[(int)ValueClass.Other],
            counts[(int)ValueClass.Default],
            counts[(int)ValueClass.Invalid] + counts[(int)ValueClass.Malformed],
            blank);
    }

    static ValueClass ClassOf(SheetColumn column, int row) =>
        column.Refused is { } refused && refused[row] ? ValueClass.Invalid
        : column.Reformatted is { } reformatted && reformatted[row] ? ValueClass.Other
        : column.ClassAt(row);

    static bool Holds(SheetColumn condition, int row) =>
        !condition.Values.IsNull(row) && (condition.Values is not Int32Column number || number.Values[row] > 0);
}
