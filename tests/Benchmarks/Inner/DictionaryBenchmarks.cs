using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using Homeward.Columns.Csv;

namespace Homeward.Benchmarks.Inner;

/// <summary>A text column from its fields: few texts, keys that ascend, keys in random order.</summary>
public class DictionaryBenchmarks
{
    const int Rows = 1_000_000;

    readonly CsvColumnSpec[] specs = [new("Key", "key", CsvType.Text)];
    byte[] file = [];

    [Params("Few", "Ascending", "Random")]
    public string Texts { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        var keys = Enumerable.Range(0, Rows).Select(row => Texts == "Few" ? random.Next(240) : row).ToArray();
        if (Texts == "Random")
        {
            random.Shuffle(keys);
        }

        var text = new StringBuilder("Key\n");
        foreach (var key in keys)
        {
            text.Append(CultureInfo.InvariantCulture, $"WS{key:D10}\n");
        }

        file = Encoding.UTF8.GetBytes(text.ToString());
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    public CsvTable Read() => CsvReader.Read(new MemoryStream(file), specs);
}
