namespace Homeward.Columns;

/// <summary>One named, typed, immutable column. Rows are counted from 0.</summary>
public abstract class Column(string name, ColumnType type, int count)
{
    public string Name { get; } = name;

    public ColumnType Type { get; } = type;

    /// <summary>Number of rows.</summary>
    public int Count { get; } = count;

    public abstract int NullCount { get; }

    public abstract bool IsNull(int row);

    /// <summary>The rows given, in the order given; a row may be given more than once.</summary>
    public abstract Column Take(ReadOnlySpan<int> rows);

    /// <summary>The same values under another name.</summary>
    public abstract Column Named(string name);
}

/// <summary>A column of fixed-width values. Where <see cref="Nulls"/> has a row, its value is meaningless.</summary>
public abstract class Column<T> : Column
    where T : unmanaged
{
    protected Column(string name, ColumnType type, T[] values, Bits? nulls)
        : base(name, type, values.Length)
    {
        if (nulls is not null && nulls.Length != values.Length)
        {
            throw new ArgumentException($"Column {name}: {values.Length} values but a null mask of {nulls.Length}.", nameof(nulls));
        }

        Values = values;
        Nulls = nulls is null || nulls.None() ? null : nulls;
        NullCount = Nulls?.Count() ?? 0;
    }

    public T[] Values { get; }

    /// <summary>Rows without a value; null when every row has one.</summary>
    public Bits? Nulls { get; }

    public override int NullCount { get; }

    public T? this[int row] => IsNull(row) ? null : Values[row];

    public override bool IsNull(int row) => Nulls is not null && Nulls[row];

    public override Column Take(ReadOnlySpan<int> rows)
    {
        var values = new T[rows.Length];
        var nulls = Nulls is null ? null : new Bits(rows.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            values[i] = Values[rows[i]];
            if (nulls is not null && Nulls![rows[i]])
            {
                nulls[i] = true;
            }
        }

        return With(Name, values, nulls);
    }

    public override Column Named(string name) => With(name, Values, Nulls);

    protected abstract Column With(string name, T[] values, Bits? nulls);
}

public sealed class Int32Column(string name, int[] values, Bits? nulls = null) : Column<int>(name, ColumnType.Int32, values, nulls)
{
    protected override Column With(string name, int[] values, Bits? nulls) => new Int32Column(name, values, nulls);
}

public sealed class Int64Column(string name, long[] values, Bits? nulls = null) : Column<long>(name, ColumnType.Int64, values, nulls)
{
    protected override Column With(string name, long[] values, Bits? nulls) => new Int64Column(name, values, nulls);
}

public sealed class DoubleColumn(string name, double[] values, Bits? nulls = null) : Column<double>(name, ColumnType.Double, values, nulls)
{
    protected override Column With(string name, double[] values, Bits? nulls) => new DoubleColumn(name, values, nulls);
}

public sealed class BooleanColumn(string name, bool[] values, Bits? nulls = null) : Column<bool>(name, ColumnType.Boolean, values, nulls)
{
    protected override Column With(string name, bool[] values, Bits? nulls) => new BooleanColumn(name, values, nulls);
}

/// <summary>Calendar dates as days since 1970-01-01.</summary>
public sealed class DateColumn(string name, int[] values, Bits? nulls = null) : Column<int>(name, ColumnType.Date, values, nulls)
{
    static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>Days since 1970-01-01 of a calendar date.</summary>
    public static int Days(DateOnly date) => date.DayNumber - Epoch;

    /// <summary>The calendar date of days since 1970-01-01.</summary>
    public static DateOnly Date(int days) => DateOnly.FromDayNumber(days + Epoch);

    public DateOnly? DateAt(int row) => IsNull(row) ? null : Date(Values[row]);

    protected override Column With(string name, int[] values, Bits? nulls) => new DateColumn(name, values, nulls);
}

/// <summary>Instants as milliseconds since 1970-01-01T00:00:00Z.</summary>
public sealed class TimestampColumn(string name, long[] values, Bits? nulls = null) : Column<long>(name, ColumnType.Timestamp, values, nulls)
{
    protected override Column With(string name, long[] values, Bits? nulls) => new TimestampColumn(name, values, nulls);
}

/// <summary>Fixed-point numbers as unscaled integers: 12.34 at scale 2 is 1234.</summary>
public sealed class DecimalColumn : Column<long>
{
    public DecimalColumn(string name, long[] values, int precision, int scale, Bits? nulls = null)
        : base(name, ColumnType.Decimal, values, nulls)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(precision, 18);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, precision);
        Precision = precision;
        Scale = scale;
    }

    /// <summary>Decimal digits in all, at most 18.</summary>
    public int Precision { get; }

    /// <summary>Decimal digits after the point.</summary>
    public int Scale { get; }

    protected override Column With(string name, long[] values, Bits? nulls) => new DecimalColumn(name, values, Precision, Scale, nulls);
}
