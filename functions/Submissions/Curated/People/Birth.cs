using Homeward.Columns;

namespace Homeward.Submissions.Curated.People;

/// <summary>What is kept of a birth date: its month and the completed years at the period's end.</summary>
static class Birth
{
    const int Unknown = int.MinValue;

    public static DateColumn Month(DateColumn births) => NullableColumns.Date(
        "birth_month", Rows(births, birth => DateColumn.Days(new DateOnly(birth.Year, birth.Month, 1))), Unknown);

    public static Int32Column AgeAt(DateColumn births, DateOnly end) => NullableColumns.Int32(
        "age_at_period_end",
        Rows(births, birth => end.Year - birth.Year - ((birth.Month, birth.Day).CompareTo((end.Month, end.Day)) > 0 ? 1 : 0)),
        Unknown);

    static int[] Rows(DateColumn births, Func<DateOnly, int> read)
    {
        var rows = new int[births.Count];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = births.DateAt(row) is { } birth ? read(birth) : Unknown;
        }

        return rows;
    }
}
