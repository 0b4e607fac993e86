using System.Globalization;
using System.Text.Json;
using Homeward.Columns;

namespace Homeward.Interop.Tests.Parquet;

/// <summary>Compares our cells with those an engine read.</summary>
static class Cells
{
    /// <param name="decimals">False where the engine turns decimals into doubles.</param>
    public static void AssertEqual(Table expected, QueryResult actual, bool decimals = true)
    {
        Assert.Equal(expected.Columns.Select(column => column.Name), actual.Columns.Select(column => column.Name));
        Assert.Equal(expected.RowCount, actual.Rows.Count);
        for (var c = 0; c < expected.Columns.Count; c++)
        {
            for (var row = 0; row < expected.RowCount; row++)
            {
                var (ours, theirs) = (Of(expected.Columns[c], row), Of(expected.Columns[c], actual.Rows[row][c]));
                var same = !decimals && expected.Columns[c] is DecimalColumn ? Near(ours, theirs) : Equals(ours, theirs);
                if (!same)
                {
                    Assert.Fail($"{expected.Columns[c].Name}, row {row}: we wrote {ours}, read {theirs}");
                }
            }
        }
    }

    /// <summary>Our cell as the engines print it; doubles by their bits.</summary>
    public static object? Of(Column column, int row) => column.IsNull(row)
        ? null
        : column switch
        {
            TextColumn text => text[row],
            DateColumn date => DateColumn.Date(date.Values[row]).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            TimestampColumn instant => DateTime.UnixEpoch.AddMilliseconds(instant.Values[row]).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            DecimalColumn money => Decimal(money, row),
            DoubleColumn numbers => Bits(numbers.Values[row]),
            BooleanColumn flags => flags.Values[row],
            Column<int> numbers => numbers.Values[row].ToString(CultureInfo.InvariantCulture),
            Column<long> numbers => numbers.Values[row].ToString(CultureInfo.InvariantCulture),
            _ => throw new ArgumentException(column.Name),
        };

    static object? Of(Column column, JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ when column is DoubleColumn => Bits(cell.ValueKind == JsonValueKind.String ? Named(cell.GetString()!) : cell.GetDouble()),
        JsonValueKind.String => cell.GetString(),
        _ => cell.GetRawText(),
    };

    static string Decimal(DecimalColumn column, int row) =>
        (column.Values[row] * new decimal(1, 0, 0, false, (byte)column.Scale)).ToString("F" + column.Scale, CultureInfo.InvariantCulture);

    static long Bits(double value) => BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value);

    static double Named(string name) => name switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        _ => double.NegativeInfinity,
    };

    static bool Near(object? ours, object? theirs)
    {
        if (ours is null || theirs is null)
        {
            return ours == theirs;
        }

        var (left, right) = (double.Parse((string)ours, CultureInfo.InvariantCulture), double.Parse((string)theirs, CultureInfo.InvariantCulture));
        return Math.Abs(left - right) <= Math.Abs(left) * 1e-14;
    }
}
