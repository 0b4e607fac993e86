using BenchmarkDotNet.Attributes;
using Homeward.Columns.Csv;

namespace Homeward.Benchmarks.Inner;

/// <summary>A whole file in memory into columns, all cores; divide <see cref="Bytes"/> by the time for MB/s.</summary>
public class CsvReadBenchmarks
{
    byte[] file = [];

    [Params(300_000)]
    public int Rows { get; set; }

    [Params(false, true)]
    public bool Shuffled { get; set; }

    public long Bytes => file.Length;

    [GlobalSetup]
    public void Setup() => file = WardStayFile.Create(Rows, Shuffled);

    [Benchmark]
    public CsvTable Read() => CsvReader.Read(new MemoryStream(file), WardStayFile.Specs);
}
