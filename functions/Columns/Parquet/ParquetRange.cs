using System.Runtime.InteropServices;
using System.Text;
using Homeward.Columns.Parquet.Format;

namespace Homeward.Columns.Parquet;

/// <summary>Asks for the rows whose value in a column lies between two bounds, both included; a row without a value is never among them.</summary>
/// <remarks>The answer is that of a full read that is filtered afterwards; row groups and pages whose statistics rule them out are not read.</remarks>
public abstract class ParquetRange
{
    ParquetRange(string column) => Column = column;

    public string Column { get; }

    /// <summary>Calendar dates; null leaves that end open.</summary>
    public static ParquetRange Dates(string column, DateOnly? from, DateOnly? to) => new Whole(
        column,
        [ColumnType.Date],
        from is { } first ? DateColumn.Days(first) : long.MinValue,
        to is { } last ? DateColumn.Days(last) : long.MaxValue);

    /// <summary>Integers; milliseconds of instants; unscaled decimals. Null leaves that end open.</summary>
    public static ParquetRange Integers(string column, long? from, long? to) => new Whole(
        column,
        [ColumnType.Int32, ColumnType.Int64, ColumnType.Timestamp, ColumnType.Decimal],
        from ?? long.MinValue,
        to ?? long.MaxValue);

    /// <summary>Doubles; NaN lies in no range.</summary>
    public static ParquetRange Doubles(string column, double? from, double? to) =>
        new Real(column, from ?? double.NegativeInfinity, to ?? double.PositiveInfinity);

    /// <summary>Texts in the order of their UTF-8 bytes, which is that of their code points. Null leaves that end open.</summary>
    public static ParquetRange Texts(string column, string? from, string? to) =>
        new Words(column, from is null ? null : Encoding.UTF8.GetBytes(from), to is null ? null : Encoding.UTF8.GetBytes(to));

    internal abstract bool Fits(ColumnType type);

    /// <summary>True where no value between two stored bounds can lie in the range.</summary>
    /// <exception cref="ParquetException">A bound is not of the type's size.</exception>
    internal abstract bool Excludes(PhysicalType stored, ReadOnlySpan<byte> min, ReadOnlySpan<byte> max, string where);

    /// <summary>Rows of the column that lie in the range, ascending.</summary>
    internal abstract int[] Rows(Column column);

    static int[] Rows(int count, Func<int, bool> chosen)
    {
        var rows = new int[count];
        var next = 0;
        for (var row = 0; row < count; row++)
        {
            if (chosen(row))
            {
                rows[next++] = row;
            }
        }

        return rows[..next];
    }

    sealed class Whole(string column, ColumnType[] types, long from, long to) : ParquetRange(column)
    {
        internal override bool Fits(ColumnType type) => types.Contains(type);

        internal override bool Excludes(PhysicalType stored, ReadOnlySpan<byte> min, ReadOnlySpan<byte> max, string where)
        {
            var size = stored == PhysicalType.Int32 ? sizeof(int) : sizeof(long);
            ParquetException.Require(min.Length == size && max.Length == size, where, $"bounds of {min.Length} and {max.Length} bytes, expected {size}");
            return Value(max) < from || Value(min) > to;
        }

        internal override int[] Rows(Column column) => column switch
        {
            Column<int> narrow => Rows(column.Count, row => narrow.Values[row] >= from && narrow.Values[row] <= to && !narrow.IsNull(row)),
            Column<long> wide => Rows(column.Count, row => wide.Values[row] >= from && wide.Values[row] <= to && !wide.IsNull(row)),
            _ => throw new InvalidOperationException(column.Name),
        };

        static long Value(ReadOnlySpan<byte> bound) => bound.Length == sizeof(int) ? MemoryMarshal.Read<int>(bound) : MemoryMarshal.Read<long>(bound);
    }

    sealed class Real(string column, double from, double to) : ParquetRange(column)
    {
        internal override bool Fits(ColumnType type) => type == ColumnType.Double;

        // A bound that is NaN compares false both ways, and so excludes nothing.
        internal override bool Excludes(PhysicalType stored, ReadOnlySpan<byte> min, ReadOnlySpan<byte> max, string where)
        {
            ParquetException.Require(
                min.Length == sizeof(double) && max.Length == sizeof(double), where, $"bounds of {min.Length} and {max.Length} bytes, expected 8");
            return MemoryMarshal.Read<double>(max) < from || MemoryMarshal.Read<double>(min) > to;
        }

        internal override int[] Rows(Column column)
        {
            var numbers = (DoubleColumn)column;
            return Rows(column.Count, row => numbers.Values[row] >= from && numbers.Values[row] <= to && !numbers.IsNull(row));
        }
    }

    sealed class Words(string column, byte[]? from, byte[]? to) : ParquetRange(column)
    {
        internal override bool Fits(ColumnType type) => type == ColumnType.Text;

        internal override bool Excludes(PhysicalType stored, ReadOnlySpan<byte> min, ReadOnlySpan<byte> max, string where) =>
            (from is not null && max.SequenceCompareTo(from) < 0) || (to is not null && min.SequenceCompareTo(to) > 0);

        internal override int[] Rows(Column column)
        {
            var text = (TextColumn)column;
            var chosen = new bool[text.Pool.Count];
            for (var code = 0; code < chosen.Length; code++)
            {
                chosen[code] = (from is null || text.Pool[code].SequenceCompareTo(from) >= 0) && (to is null || text.Pool[code].SequenceCompareTo(to) <= 0);
            }

            return Rows(column.Count, row => text.Codes[row] >= 0 && chosen[text.Codes[row]]);
        }
    }
}
