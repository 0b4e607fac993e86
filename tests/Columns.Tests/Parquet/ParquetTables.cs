namespace Homeward.Columns.Tests.Parquet;

/// <summary>Tables that hold every type, its extremes and its nulls.</summary>
static class ParquetTables
{
    public static readonly string[] Texts =
    [
        "", "a", "é", "Ω", "日本語", "😀", "\uD83C\uDFF4", "AB|0001", "AB|0002", " ", "a\0b", "line\nbreak", "\"quoted\"", "\u007f", "\uFFFD", "\U0010FFFF",
        new string('x', 63), new string('x', 64), new string('x', 65), new string('日', 30), string.Concat(Enumerable.Repeat("😀", 40)), new string('z', 5_000),
    ];

    public static readonly double[] Doubles =
    [
        0.0, -0.0, 1.5, -1.5, double.MinValue, double.MaxValue, double.Epsilon, -double.Epsilon, double.PositiveInfinity, double.NegativeInfinity, double.NaN, 1.0 / 3,
    ];

    /// <summary>Every type; each cell one of the type's values by chance, null with the chance given.</summary>
    public static Table Random(int rows, int seed, double nulls, int distinct = int.MaxValue)
    {
        var random = new Random(seed);
        Bits? Nulls()
        {
            if (nulls == 0)
            {
                return null;
            }

            var bits = new Bits(rows);
            for (var row = 0; row < rows; row++)
            {
                bits[row] = random.NextDouble() < nulls;
            }

            return bits;
        }

        T[] Cells<T>(Func<T> value)
        {
            var pool = Enumerable.Range(0, Math.Min(rows, distinct)).Select(_ => value()).ToArray();
            return Enumerable.Range(0, rows).Select(row => distinct < rows ? pool[random.Next(pool.Length)] : pool[row]).ToArray();
        }

        T Pick<T>(T[] values) => values[random.Next(values.Length)];

        return new Table("random",
        [
            Text("text", Cells(() => random.Next(3) == 0 ? Pick(Texts) : $"AB|{random.Next(1_000_000):D8}"), Nulls()),
            new Int32Column("int32", Cells(() => Pick([int.MinValue, int.MaxValue, 0, -1, random.Next(), random.Next(100)])), Nulls()),
            new Int64Column("int64", Cells(() => Pick([long.MinValue, long.MaxValue, 0, -1, random.NextInt64(), random.Next(100)])), Nulls()),
            new DoubleColumn("double", Cells(() => random.Next(2) == 0 ? Pick(Doubles) : random.NextDouble()), Nulls()),
            new BooleanColumn("boolean", Cells(() => random.Next(2) == 0), Nulls()),
            new DateColumn("date", Cells(() => Pick([DateColumn.Days(DateOnly.MinValue), DateColumn.Days(DateOnly.MaxValue), 0, random.Next(20_000)])), Nulls()),
            new TimestampColumn("timestamp", Cells(() => Pick([-62_135_596_800_000, 253_402_300_799_999, 0, random.NextInt64(2_000_000_000_000)])), Nulls()),
            new DecimalColumn("decimal_9_2", Cells(() => Pick([-999_999_999L, 999_999_999, 0, random.Next(1_000_000)])), 9, 2, Nulls()),
            new DecimalColumn("decimal_18_4", Cells(() => Pick([-999_999_999_999_999_999, 999_999_999_999_999_999, 0, random.NextInt64(1_000_000)])), 18, 4, Nulls()),
        ]);
    }

    public static TextColumn Text(string name, IReadOnlyList<string> values, Bits? nulls = null) =>
        TextColumn.From(name, values.Select((value, row) => nulls is not null && nulls[row] ? null : value));

    /// <summary>Fails where two tables differ in schema, nulls or values; doubles are compared bit by bit.</summary>
    /// <param name="signedZero">False where −0.0 may have become +0.0.</param>
    public static void AssertEqual(Table expected, Table actual, bool signedZero = true)
    {
        Assert.Equal(expected.RowCount, actual.RowCount);
        Assert.Equal(expected.Columns.Select(Describe), actual.Columns.Select(Describe));
        foreach (var (left, right) in expected.Columns.Zip(actual.Columns))
        {
            for (var row = 0; row < expected.RowCount; row++)
            {
                if (!Same(left, right, row, signedZero))
                {
                    Assert.Fail($"{left.Name}, row {row}: expected {Cell(left, row)}, found {Cell(right, row)}");
                }
            }
        }
    }

    static bool Same(Column left, Column right, int row, bool signedZero) => left.IsNull(row)
        ? right.IsNull(row)
        : !right.IsNull(row) && (left, right) switch
        {
            (TextColumn a, TextColumn b) => a.Utf8(row).SequenceEqual(b.Utf8(row)),
            (Column<int> a, Column<int> b) => a.Values[row] == b.Values[row],
            (Column<long> a, Column<long> b) => a.Values[row] == b.Values[row],
            (DoubleColumn a, DoubleColumn b) => Bits(a.Values[row], signedZero) == Bits(b.Values[row], signedZero),
            (BooleanColumn a, BooleanColumn b) => a.Values[row] == b.Values[row],
            _ => false,
        };

    static long Bits(double value, bool signedZero) => BitConverter.DoubleToInt64Bits(signedZero ? value : value + 0.0);

    /// <summary>A value for messages: null, bytes of a text in hex, bits of a double.</summary>
    static object? Cell(Column column, int row) => column.IsNull(row)
        ? null
        : column switch
        {
            TextColumn text => Convert.ToHexString(text.Utf8(row)),
            Column<int> numbers => numbers.Values[row],
            Column<long> numbers => numbers.Values[row],
            DoubleColumn numbers => Bits(numbers.Values[row], signedZero: true),
            BooleanColumn flags => flags.Values[row],
            _ => throw new ArgumentException(column.Name),
        };

    static string Describe(Column column) =>
        column is DecimalColumn money ? $"{column.Name} {column.Type}({money.Precision},{money.Scale})" : $"{column.Name} {column.Type}";
}
