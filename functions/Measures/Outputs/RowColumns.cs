using Homeward.Columns;
using Homeward.Measures.Records;

namespace Homeward.Measures.Outputs;

/// <summary>Makes the columns of a file from a list of rows.</summary>
sealed class RowColumns<T>(IReadOnlyList<T> rows)
{
    /// <summary>What a file says where a code is not known.</summary>
    const int Unknown = 0;

    readonly List<Column> columns = [];

    public delegate ReadOnlySpan<byte> KeyOf(T row);

    public Table Table(string name) => new(name, columns);

    /// <summary>A code of a pool; null where it is not known.</summary>
    public RowColumns<T> Code(string name, CodePool pool, Func<T, int> code) =>
        Add(Nulled(TextPool.Column(name, [.. Enumerable.Range(0, pool.Count).Select(c => pool[c])], Numbers(code)), code));

    /// <summary>One of few texts, by number; null for a number below 0.</summary>
    public RowColumns<T> OneOf(string name, IReadOnlyList<string> texts, Func<T, int> number)
    {
        var numbers = Numbers(number);
        var column = TextPool.Column(name, [.. texts, ""], Array.ConvertAll(numbers, n => n < 0 ? texts.Count : n));
        for (var row = 0; row < numbers.Length; row++)
        {
            column.Codes[row] = numbers[row] < 0 ? -1 : column.Codes[row];
        }

        return Add(column);
    }

    /// <summary>A key; null where it is empty.</summary>
    public RowColumns<T> Key(string name, KeyOf key)
    {
        var builder = new TextColumnBuilder(name, rows.Count);
        foreach (var row in rows)
        {
            var text = key(row);
            if (text.IsEmpty)
            {
                builder.AppendNull();
            }
            else
            {
                builder.Append(text);
            }
        }

        return Add(builder.Build());
    }

    public RowColumns<T> Text(string name, Func<T, string?> text) => Add(TextColumn.From(name, rows.Select(text)));

    public RowColumns<T> Constant(string name, string text) => Add(TextColumn.Constant(name, text, rows.Count));

    /// <summary>A day; null for <see cref="Records.Day.Open"/>.</summary>
    public RowColumns<T> Day(string name, Func<T, int> day) =>
        Add(new DateColumn(name, Numbers(row => day(row) == Records.Day.Open ? 0 : day(row)), Nulls(row => day(row) == Records.Day.Open)));

    public RowColumns<T> Number(string name, Func<T, int> number) => Add(new Int32Column(name, Numbers(number)));

    /// <summary>A number; null where it is negative.</summary>
    public RowColumns<T> NumberOrNull(string name, Func<T, int> number) =>
        Add(new Int32Column(name, Numbers(number), Nulls(row => number(row) < 0)));

    public RowColumns<T> Flag(string name, Func<T, bool> flag) => Add(new BooleanColumn(name, [.. rows.Select(flag)]));

    public RowColumns<T> Double(string name, Func<T, double?> value) =>
        Add(new DoubleColumn(name, [.. rows.Select(row => value(row) ?? 0)], Nulls(row => value(row) is null)));

    public RowColumns<T> Instant(string name, Func<T, DateTimeOffset?> instant) => Add(new TimestampColumn(
        name, [.. rows.Select(row => instant(row)?.ToUnixTimeMilliseconds() ?? 0)], Nulls(row => instant(row) is null)));

    RowColumns<T> Add(Column column)
    {
        columns.Add(column);
        return this;
    }

    TextColumn Nulled(TextColumn column, Func<T, int> code)
    {
        for (var row = 0; row < rows.Count; row++)
        {
            if (code(rows[row]) == Unknown)
            {
                column.Codes[row] = -1;
            }
        }

        return column;
    }

    int[] Numbers(Func<T, int> number) => [.. rows.Select(number)];

    Bits Nulls(Predicate<T> isNull)
    {
        var nulls = new Bits(rows.Count);
        for (var row = 0; row < rows.Count; row++)
        {
            nulls[row] = isNull(rows[row]);
        }

        return nulls;
    }
}
