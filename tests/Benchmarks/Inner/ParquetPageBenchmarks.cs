using BenchmarkDotNet.Attributes;
using Homeward.Columns;
using Homeward.Columns.Parquet;
using Homeward.Columns.Parquet.Format;
using Homeward.Columns.Parquet.Writing;

namespace Homeward.Benchmarks.Inner;

/// <summary>One column of one row group: encoded to pages with statistics, and read back.</summary>
public class ParquetPageBenchmarks : IDisposable
{
    const int Rows = 122_880;
    readonly ChunkEncoder snappy = new(Codec.Snappy);
    readonly ChunkEncoder plain = new(Codec.Uncompressed);
    Column column = null!;
    StoredType stored = null!;
    byte[] file = null!;

    [Params("unique keys", "runs of keys", "codes", "codes, some null", "dates", "line numbers", "distances")]
    public string Kind { get; set; } = "";

    [GlobalSetup]
    public void Make()
    {
        var random = new Random(1);
        var rows = Enumerable.Range(0, Rows).ToArray();
        column = Kind switch
        {
            "unique keys" => TextColumn.From("c", rows.Select(row => $"RXA|WS{row:D8}")),
            "runs of keys" => TextColumn.From("c", rows.Select(row => $"RXA|S{row / 30:D7}")),
            "codes" => TextColumn.From("c", rows.Select(_ => $"RXA{random.Next(20):D2}")),
            "codes, some null" => TextColumn.From("c", rows.Select(_ => random.Next(4) == 0 ? null : $"RXA{random.Next(20):D2}")),
            "dates" => new DateColumn("c", [.. rows.Select(_ => 20_000 + random.Next(31))]),
            "line numbers" => new Int32Column("c", [.. rows.Select(row => row + 2)]),
            _ => new DoubleColumn("c", [.. rows.Select(_ => Math.Round(random.NextDouble() * 300, 1))]),
        };
        stored = StoredType.Of(column);
        file = ParquetWriter.Write(new Table("t", [column]));
    }

    [Benchmark(Description = "encode, Snappy")]
    public object EncodeSnappy() => snappy.Encode(column, stored, 0, Rows);

    [Benchmark(Description = "encode, no compression")]
    public object EncodePlain() => plain.Encode(column, stored, 0, Rows);

    [Benchmark(Description = "read, Snappy")]
    public object Read() => ParquetReader.Open(file).Read();

    [GlobalCleanup]
    public void Dispose()
    {
        plain.Dispose();
        snappy.Dispose();
        GC.SuppressFinalize(this);
    }
}
