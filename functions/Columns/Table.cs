namespace Homeward.Columns;

/// <summary>Columns of equal length under distinct names.</summary>
public sealed class Table
{
    readonly Dictionary<string, Column> byName = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">Columns differ in length, or two share a name.</exception>
    public Table(string name, IReadOnlyList<Column> columns)
    {
        Name = name;
        Columns = columns;
        RowCount = columns.Count == 0 ? 0 : columns[0].Count;
        foreach (var column in columns)
        {
            if (column.Count != RowCount)
            {
                throw new ArgumentException($"Table {name}: column {column.Name} has {column.Count} rows, expected {RowCount}.", nameof(columns));
            }

            if (!byName.TryAdd(column.Name, column))
            {
                throw new ArgumentException($"Table {name}: column {column.Name} is given twice.", nameof(columns));
            }
        }
    }

    public string Name { get; }

    public IReadOnlyList<Column> Columns { get; }

    public int RowCount { get; }

    public bool Has(string column) => byName.ContainsKey(column);

    /// <exception cref="KeyNotFoundException">No column of that name.</exception>
    public Column this[string column] =>
        byName.TryGetValue(column, out var found) ? found : throw new KeyNotFoundException($"Table {Name} has no column {column}.");

    public TextColumn Text(string column) => As<TextColumn>(column);

    public Int32Column Int32(string column) => As<Int32Column>(column);

    public DateColumn Date(string column) => As<DateColumn>(column);

    public TimestampColumn Timestamp(string column) => As<TimestampColumn>(column);

    public DecimalColumn Decimal(string column) => As<DecimalColumn>(column);

    public DoubleColumn Double(string column) => As<DoubleColumn>(column);

    public BooleanColumn Boolean(string column) => As<BooleanColumn>(column);

    /// <summary>The rows given, in the order given.</summary>
    public Table Take(ReadOnlySpan<int> rows)
    {
        var columns = new Column[Columns.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = Columns[i].Take(rows);
        }

        return new Table(Name, columns);
    }

    T As<T>(string column)
        where T : Column =>
        this[column] as T ?? throw new InvalidCastException($"Table {Name}: column {column} is {this[column].Type}, not {typeof(T).Name}.");
}
