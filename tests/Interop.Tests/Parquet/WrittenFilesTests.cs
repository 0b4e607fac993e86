using Homeward.Columns;
using Homeward.Columns.Parquet;
using Homeward.Columns.Tests.Parquet;

namespace Homeward.Interop.Tests.Parquet;

/// <summary>Files that we write, read by three other implementations: same rows, same types.</summary>
[Collection(nameof(Engines))]
public sealed class WrittenFilesTests(Engines engines) : IDisposable
{
    readonly TempFolder folder = new();

    public static TheoryData<int, double, int, ParquetCompression> Tables => new()
    {
        { 0, 0, 1, ParquetCompression.Snappy },
        { 1, 0, 1, ParquetCompression.Snappy },
        { 1, 1, 1, ParquetCompression.None },
        { 300, 0.3, 5, ParquetCompression.Snappy },
        { 1_000, 1, 1, ParquetCompression.Snappy },
        { 3_000, 0, int.MaxValue, ParquetCompression.None },
        { 25_000, 0.05, 3_000, ParquetCompression.Snappy },
        { 3_000, 0.5, int.MaxValue, ParquetCompression.Snappy },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void DuckDb_ReadsOurFile_SameRowsAndTypes(int rows, double nulls, int distinct, ParquetCompression compression)
    {
        var (table, path) = Write(rows, nulls, distinct, compression);
        var read = engines.DuckDb.Query($"SELECT * FROM read_parquet({DuckDb.Quote(path)})");
        Assert.Equal(
            ["VARCHAR", "INTEGER", "BIGINT", "DOUBLE", "BOOLEAN", "DATE", "TIMESTAMP WITH TIME ZONE", "DECIMAL(9,2)", "DECIMAL(18,4)"],
            read.Columns.Select(column => column.Type));
        Cells.AssertEqual(table, read);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Hyparquet_ReadsOurFile_SameRowsAndTypes(int rows, double nulls, int distinct, ParquetCompression compression)
    {
        var (table, path) = Write(rows, nulls, distinct, compression);
        var read = QueryResult.From(engines.Hyparquet.Ask(new { file = path }));
        Assert.Equal(
            ["UTF8", "INT32", "INT64", "DOUBLE", "BOOLEAN", "DATE", "TIMESTAMP_MILLIS", "DECIMAL", "DECIMAL"],
            read.Columns.Select(column => column.Type));
        Cells.AssertEqual(table, read, decimals: false);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void ParquetWasm_ReadsOurFile_SameRowsAndTypes(int rows, double nulls, int distinct, ParquetCompression compression)
    {
        var (table, path) = Write(rows, nulls, distinct, compression);
        var read = QueryResult.From(engines.ParquetWasm.Ask(new { file = path }));
        Assert.Equal(
            ["Utf8", "Int32", "Int64", "Float64", "Bool", "Date32<DAY>", "Timestamp<MILLISECOND, UTC>", "Decimal[9e+2]", "Decimal[18e+4]"],
            read.Columns.Select(column => column.Type));
        Cells.AssertEqual(table, read);
    }

    public void Dispose() => folder.Dispose();

    (Table Table, string Path) Write(int rows, double nulls, int distinct, ParquetCompression compression)
    {
        var table = ParquetTables.Random(rows, seed: rows, nulls, distinct);
        return (table, folder.Put("ours.parquet", ParquetWriter.Write(table, new(Compression: compression, RowGroupRows: rows > 20_000 ? 22_000 : 1_000))));
    }
}
