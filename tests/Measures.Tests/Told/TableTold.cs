using Homeward.Columns;

namespace Homeward.Measures.Tests.Told;

interface ITableTold
{
    string Name { get; }

    Column Column(string name, MonthTold month);
}

/// <summary>How a table's rows become curated columns.</summary>
sealed class TableTold<T>(string name, Func<MonthTold, List<T>> rows) : ITableTold
{
    readonly Dictionary<string, Func<MonthTold, Column>> columns = new(StringComparer.Ordinal);

    public string Name => name;

    public Column Column(string column, MonthTold month) => column == "source_line"
        ? new Int32Column(column, [.. Enumerable.Range(2, rows(month).Count)])
        : columns[column](month);

    /// <summary>A key, which curated files prefix with the provider.</summary>
    public TableTold<T> Key(string column, Func<T, string> key) =>
        Add(column, month => TextColumn.From(column, rows(month).Select(row => $"{month.Provider}|{key(row)}")));

    public TableTold<T> Text(string column, Func<T, string?> text) => Add(column, month => TextColumn.From(column, rows(month).Select(text)));

    public TableTold<T> Number(string column, Func<T, int?> number) =>
        Add(column, month => new Int32Column(column, [.. rows(month).Select(row => number(row) ?? 0)], Nulls(month, row => number(row) is null)));

    public TableTold<T> Date(string column, Func<T, DateOnly?> date) => Add(column, month => new DateColumn(
        column, [.. rows(month).Select(row => date(row) is { } day ? DateColumn.Days(day) : 0)], Nulls(month, row => date(row) is null)));

    public TableTold<T> Instant(string column, Func<T, DateTime?> instant) => Add(column, month => new TimestampColumn(
        column,
        [.. rows(month).Select(row => instant(row) is { } at ? new DateTimeOffset(at, TimeSpan.Zero).ToUnixTimeMilliseconds() : 0)],
        Nulls(month, row => instant(row) is null)));

    public TableTold<T> Money(string column, Func<T, decimal?> money, int precision) => Add(column, month => new DecimalColumn(
        column, [.. rows(month).Select(row => (long)((money(row) ?? 0) * 100))], precision, 2, Nulls(month, row => money(row) is null)));

    TableTold<T> Add(string column, Func<MonthTold, Column> make)
    {
        columns.Add(column, make);
        return this;
    }

    Bits Nulls(MonthTold month, Predicate<T> isNull)
    {
        var of = rows(month);
        var nulls = new Bits(of.Count);
        for (var row = 0; row < of.Count; row++)
        {
            nulls[row] = isNull(of[row]);
        }

        return nulls;
    }
}
