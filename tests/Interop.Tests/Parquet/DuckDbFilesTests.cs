using Homeward.Columns;
using Homeward.Columns.Parquet;
using Homeward.Columns.Tests.Parquet;

namespace Homeward.Interop.Tests.Parquet;

/// <summary>Files that DuckDB writes, read by us.</summary>
[Collection(nameof(Engines))]
public sealed class DuckDbFilesTests(Engines engines) : IDisposable
{
    readonly TempFolder folder = new();

    [Theory]
    [InlineData("COMPRESSION snappy")]
    [InlineData("COMPRESSION uncompressed")]
    [InlineData("COMPRESSION gzip")]
    [InlineData("COMPRESSION snappy, PARQUET_VERSION V2")]
    [InlineData("COMPRESSION uncompressed, PARQUET_VERSION V2")]
    [InlineData("COMPRESSION snappy, PARQUET_VERSION V2, DICTIONARY_SIZE_LIMIT 1")]
    [InlineData("COMPRESSION snappy, DICTIONARY_SIZE_LIMIT 1")]
    [InlineData("COMPRESSION snappy, ROW_GROUP_SIZE 4096")]
    public void Read_EveryWayDuckDbWrites_GivesTheRowsItWrote(string options)
    {
        foreach (var (rows, nulls, distinct) in new[] { (0, 0.0, 1), (1, 0.0, 1), (9_000, 0.1, 500), (5_000, 0.0, int.MaxValue), (5_000, 0.7, int.MaxValue), (3_000, 1.0, 1) })
        {
            var table = ParquetTables.Random(rows, seed: rows + 1, nulls, distinct);
            var ours = DuckDb.Quote(folder.Put("ours.parquet", ParquetWriter.Write(table)));
            engines.DuckDb.Query($"COPY (SELECT * FROM read_parquet({ours})) TO {DuckDb.Quote(folder["theirs.parquet"])} (FORMAT parquet, {options})");

            // DuckDB's dictionaries hold −0.0 and +0.0 as one value.
            ParquetTables.AssertEqual(table, ParquetReader.Open(File.ReadAllBytes(folder["theirs.parquet"])).Read(), signedZero: false);
        }
    }

    [Theory]
    [InlineData("(-128)::TINYINT", ColumnType.Int32, "-128")]
    [InlineData("(-32768)::SMALLINT", ColumnType.Int32, "-32768")]
    [InlineData("255::UTINYINT", ColumnType.Int32, "255")]
    [InlineData("65535::USMALLINT", ColumnType.Int32, "65535")]
    [InlineData("4294967295::UINTEGER", ColumnType.Int64, "4294967295")]
    [InlineData("1.5::FLOAT", ColumnType.Double, "1.5")]
    [InlineData("12.3::DECIMAL(4,1)", ColumnType.Decimal, "123")]
    [InlineData("'ok'::ENUM('no', 'ok')", ColumnType.Text, "ok")]
    [InlineData("'plain bytes'::BLOB", ColumnType.Text, "plain bytes")]
    [InlineData("'{\"a\":1}'::JSON", ColumnType.Text, "{\"a\":1}")]
    [InlineData("TIMESTAMP_S '2024-02-29 12:34:56'", ColumnType.Timestamp, "1709210096000")]
    [InlineData("TIMESTAMP_MS '2024-02-29 12:34:56.789'", ColumnType.Timestamp, "1709210096789")]
    [InlineData("TIMESTAMP '2024-02-29 12:34:56.789'", ColumnType.Timestamp, "1709210096789")]
    [InlineData("TIMESTAMP_NS '2024-02-29 12:34:56.789'", ColumnType.Timestamp, "1709210096789")]
    [InlineData("TIMESTAMPTZ '1960-02-29 12:34:56.789+01'", ColumnType.Timestamp, "-310479903211")]
    public void Read_OtherTypes_AreWidened(string sql, ColumnType type, string value)
    {
        var column = ParquetReader.Open(Copy(sql)).Read().Columns.Single();
        Assert.Equal(type, column.Type);
        Assert.Equal(value, column switch
        {
            TextColumn text => text[0],
            Column<int> numbers => numbers.Values[0].ToString(System.Globalization.CultureInfo.InvariantCulture),
            Column<long> numbers => numbers.Values[0].ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => ((DoubleColumn)column).Values[0].ToString(System.Globalization.CultureInfo.InvariantCulture),
        });
    }

    [Theory]
    [InlineData("1::UBIGINT", "", "Integer")]
    [InlineData("1.5::DECIMAL(38,2)", "", "38 digits")]
    [InlineData("TIME '12:00:00'", "", "Time")]
    [InlineData("uuid()", "", "Uuid")]
    [InlineData("INTERVAL 1 DAY", "", "FixedLenByteArray")]
    [InlineData("[1, 2]", "", "nested")]
    [InlineData("{'a': 1}", "", "nested")]
    [InlineData("TIMESTAMP '2024-02-29 12:34:56.789001'", "", "between two milliseconds")]
    [InlineData("'\\xFF'::BLOB", "", "not UTF-8")]
    [InlineData("1", ", COMPRESSION zstd", "Zstd")]
    [InlineData("1", ", COMPRESSION brotli", "Brotli")]
    [InlineData("1", ", COMPRESSION lz4_raw", "Lz4Raw")]
    public void Read_WhatIsNotSupported_SaysSoByName(string sql, string options, string named)
    {
        var file = Copy(sql, options);
        var error = Assert.Throws<ParquetException>(() => ParquetReader.Open(file).Read());
        Assert.Contains(named, error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("thing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_RangesOfDuckDbsFile_EqualRangesOfOurs()
    {
        var table = ParquetTables.Random(9_000, seed: 6, nulls: 0.1, distinct: 900);
        var ours = DuckDb.Quote(folder.Put("ours.parquet", ParquetWriter.Write(table)));
        foreach (var column in new[] { "date", "text", "timestamp", "decimal_9_2", "int64", "double" })
        {
            engines.DuckDb.Query($"COPY (SELECT * FROM read_parquet({ours}) ORDER BY {column}) TO {DuckDb.Quote(folder["theirs.parquet"])} (FORMAT parquet, ROW_GROUP_SIZE 2048)");
            var theirs = ParquetReader.Open(File.ReadAllBytes(folder["theirs.parquet"]));
            var again = ParquetReader.Open(ParquetWriter.Write(theirs.Read(), new(RowGroupRows: 1_000)));
            ParquetRange range = column switch
            {
                "date" => ParquetRange.Dates(column, new(1975, 1, 1), new(1999, 12, 31)),
                "text" => ParquetRange.Texts(column, "AB|00200000", "AB|00600000"),
                "double" => ParquetRange.Doubles(column, 0.25, 0.75),
                _ => ParquetRange.Integers(column, 1, 900_000_000_000),
            };
            var read = theirs.Read(null, range);
            Assert.InRange(read.RowCount, 100, 8_000);
            ParquetTables.AssertEqual(again.Read(null, range), read);
        }
    }

    [Fact]
    public void Read_Metadata_IsTheFiles() =>
        Assert.Equal("v", ParquetReader.Open(Copy("1", ", KV_METADATA {k: 'v'}")).Metadata["k"]);

    public void Dispose() => folder.Dispose();

    byte[] Copy(string sql, string options = "")
    {
        engines.DuckDb.Query($"COPY (SELECT {sql} AS thing) TO {DuckDb.Quote(folder["one.parquet"])} (FORMAT parquet{options})");
        return File.ReadAllBytes(folder["one.parquet"]);
    }
}
