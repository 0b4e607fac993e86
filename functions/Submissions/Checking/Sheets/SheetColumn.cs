using Homeward.Columns;
using Homeward.Columns.Csv;
using Homeward.Submissions.Specification;

namespace Homeward.Submissions.Checking.Sheets;

/// <summary>One field of a table under check.</summary>
sealed class SheetColumn
{
    static readonly long Earliest = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    static readonly long Latest = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
    readonly CsvColumn? csv;
    readonly int rows;
    readonly int[] days;
    readonly Bits? noDay;

    /// <param name="index">Where the field stands in its table's specification.</param>
    /// <param name="csv">What the file held; null where it lacks the column: then every row is blank.</param>
    public SheetColumn(Field field, int index, CsvColumn? csv, int rows)
    {
        this.csv = csv;
        this.rows = rows;
        Field = field;
        Index = index;
        Values = csv?.Values ?? Blank.Column(field, rows);
        (days, noDay) = Values is DateColumn dates ? (dates.Values, dates.Nulls) : ([], null);
    }

    public Field Field { get; }

    public int Index { get; }

    /// <summary>True where the file has the column.</summary>
    public bool Given => csv is not null;

    public Column Values { get; }

    public Bits? Unparsable => csv?.Unparsable;

    /// <summary>Dates that were read as dd/MM/yyyy.</summary>
    public Bits? Reformatted => csv?.Reformatted;

    /// <summary>Per distinct text what it is worth; null where every one is valid, and for columns that are no text.</summary>
    public ValueClass[]? Classes { get; set; }

    /// <summary>Rows whose value a rejecting rule named; null when there is none.</summary>
    public Bits? Refused { get; private set; }

    public TextColumn Text => (TextColumn)Values;

    public DateColumn Date => (DateColumn)Values;

    public TimestampColumn Timestamp => (TimestampColumn)Values;

    public Int32Column Integer => (Int32Column)Values;

    /// <summary>True where the row's field was empty, not merely unreadable.</summary>
    public bool IsBlank(int row) => Values.IsNull(row) && !(Unparsable is not null && Unparsable[row]);

    /// <summary>The row's date, as days since 1970-01-01; false where it has none.</summary>
    public bool TryDay(int row, out int day)
    {
        day = days[row];
        return noDay is null || !noDay[row];
    }

    /// <summary>The row's instant; null where it has none, or one that the calendar of .NET cannot hold (an offset can push it over the edge).</summary>
    public DateTimeOffset? InstantAt(int row) => Timestamp[row] is { } milliseconds && milliseconds >= Earliest && milliseconds <= Latest
        ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
        : null;

    /// <summary>The class of the row's text; Valid where it has none.</summary>
    public ValueClass ClassAt(int row) => Classes is null || Text.Codes[row] < 0 ? ValueClass.Valid : Classes[Text.Codes[row]];

    /// <summary>The field as it was sent, where it did not parse and is among the first of its column.</summary>
    public string? UnparsableText(int row)
    {
        if (csv is null)
        {
            return null;
        }

        var (low, high) = (0, csv.Kept.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var fault = csv.Kept[middle];
            if (fault.Row == row)
            {
                return fault.Text;
            }

            (low, high) = fault.Row < row ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    public void Refuse(int row)
    {
        Refused ??= new Bits(rows);
        Refused[row] = true;
    }
}
