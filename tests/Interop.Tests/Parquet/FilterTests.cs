using System.Globalization;
using Homeward.Columns;
using Homeward.Columns.Parquet;
using Homeward.Columns.Tests.Parquet;

namespace Homeward.Interop.Tests.Parquet;

/// <summary>Engines that skip by our min and max find what a scan finds.</summary>
[Collection(nameof(Engines))]
public sealed class FilterTests(Engines engines) : IDisposable
{
    readonly TempFolder folder = new();

    [Theory]
    [InlineData("text", "VARCHAR")]
    [InlineData("int32", "INTEGER")]
    [InlineData("int64", "BIGINT")]
    [InlineData("double", "DOUBLE")]
    [InlineData("boolean", "BOOLEAN")]
    [InlineData("date", "DATE")]
    [InlineData("timestamp", "TIMESTAMPTZ")]
    [InlineData("decimal_9_2", "DECIMAL(9,2)")]
    [InlineData("decimal_18_4", "DECIMAL(18,4)")]
    public void DuckDb_WhereOnOurFile_EqualsWhereOnItsOwnTable(string column, string type)
    {
        var table = Sorted(ParquetTables.Random(8_000, seed: 31, nulls: 0.1, distinct: 2_000), column);
        var ours = $"read_parquet({DuckDb.Quote(folder.Put("ours.parquet", ParquetWriter.Write(table, new(RowGroupRows: 1_024))))})";
        engines.DuckDb.Query($"CREATE OR REPLACE TABLE scan AS SELECT * FROM {ours}");
        var random = new Random(7);
        var conditions = new List<string> { $"{column} IS NULL", $"{column} IS NOT NULL" };
        for (var i = 0; i < 25; i++)
        {
            var (one, other) = (Literal(table[column], random, type), Literal(table[column], random, type));
            conditions.Add(i % 5 == 0 ? $"{column} BETWEEN {one} AND {other}" : $"{column} {new[] { "=", "<", "<=", ">", ">=" }[i % 5]} {one}");
        }

        string Count(string source) => $"SELECT {string.Join(", ", conditions.Select((_, i) => $"(SELECT count(*) || '/' || coalesce(sum(int32), 0) FROM {source} WHERE {conditions[i]})"))}";
        var (skipped, scanned) = (engines.DuckDb.Query(Count(ours)).Rows.Single(), engines.DuckDb.Query(Count("scan")).Rows.Single());
        for (var i = 0; i < conditions.Count; i++)
        {
            Assert.True(skipped[i].GetString() == scanned[i].GetString(), $"{conditions[i]}: {skipped[i]} in our file, {scanned[i]} in its table");
        }
    }

    [Theory]
    [InlineData("text")]
    [InlineData("int32")]
    [InlineData("date")]
    [InlineData("timestamp")]
    public void Hyparquet_FilterOnOurFile_FindsOurRowsInFewerBytes(string column)
    {
        // JavaScript orders texts by UTF-16 units, which is UTF-8's order only without surrogates.
        var random = new Random(3);
        var any = ParquetTables.Random(6_000, seed: 37, nulls: 0.1, distinct: 2_000);
        var table = Sorted(any.Take([.. Enumerable.Range(0, any.RowCount).Where(row => any.Text("text")[row]?.Any(char.IsSurrogate) != true)]), column);
        var file = folder.Put("ours.parquet", ParquetWriter.Write(table, new(RowGroupRows: 1_024)));
        var all = engines.Hyparquet.Ask(new { file }).GetProperty("fetched").GetInt64();
        for (var i = 0; i < 3; i++)
        {
            int[] rows = [Present(table[column], random), Present(table[column], random)];
            Array.Sort(rows, (a, b) => Compare(table[column], a, b));
            var filter = new Dictionary<string, object> { [column] = new Dictionary<string, object> { ["$gte"] = Value(table[column], rows[0]), ["$lte"] = Value(table[column], rows[1]) } };
            var answer = engines.Hyparquet.Ask(new { file, filter });
            var expected = Enumerable.Range(0, table.RowCount)
                .Where(row => !table[column].IsNull(row) && Compare(table[column], row, rows[0]) >= 0 && Compare(table[column], row, rows[1]) <= 0)
                .ToArray();
            Cells.AssertEqual(table.Take(expected), QueryResult.From(answer), decimals: false);
            Assert.True(expected.Length > table.RowCount / 2 || answer.GetProperty("fetched").GetInt64() < all * 9 / 10, $"{expected.Length} rows took as many bytes as all");
        }
    }

    public void Dispose() => folder.Dispose();

    /// <summary>So that row groups have bounds of their own.</summary>
    static Table Sorted(Table table, string column)
    {
        var rows = Enumerable.Range(0, table.RowCount).ToArray();
        Array.Sort(rows, (a, b) => Compare(table[column], a, b) is var order && order != 0 ? order : a.CompareTo(b));
        return table.Take(rows);
    }

    static int Compare(Column column, int a, int b) => column switch
    {
        TextColumn text => text.Utf8(a).SequenceCompareTo(text.Utf8(b)),
        Column<int> numbers => numbers.Values[a].CompareTo(numbers.Values[b]),
        Column<long> numbers => numbers.Values[a].CompareTo(numbers.Values[b]),
        Column<double> numbers => numbers.Values[a].CompareTo(numbers.Values[b]),
        _ => ((BooleanColumn)column).Values[a].CompareTo(((BooleanColumn)column).Values[b]),
    };

    static int Present(Column column, Random random)
    {
        while (true)
        {
            var row = random.Next(column.Count);
            if (!column.IsNull(row))
            {
                return row;
            }
        }
    }

    static string Literal(Column column, Random random, string type)
    {
        var row = Present(column, random);
        var text = column is DoubleColumn numbers ? numbers.Values[row].ToString("R", CultureInfo.InvariantCulture) : Cells.Of(column, row)!.ToString()!;
        return $"{DuckDb.Quote(text)}::{type}";
    }

    static object Value(Column column, int row) => column is DateColumn or TimestampColumn
        ? new { iso = Cells.Of(column, row) }
        : column is Int32Column numbers ? numbers.Values[row] : Cells.Of(column, row)!;
}
