using BenchmarkDotNet.Attributes;
using Homeward.Columns.Csv;

namespace Homeward.Benchmarks.Inner;

/// <summary>One date from its bytes.</summary>
public class DatesBenchmarks
{
    const int Count = 4096;
    const int Stride = 16;

    readonly byte[] texts = new byte[Count * Stride];

    [Params("yyyy-MM-dd", "dd/MM/yyyy")]
    public string Form { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        for (var i = 0; i < Count; i++)
        {
            new DateOnly(2020, 1, 1).AddDays(random.Next(2000)).TryFormat(
                texts.AsSpan(i * Stride), out _, Form.Replace("/", "'/'", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int Parse()
    {
        var sum = 0;
        for (var i = 0; i < Count; i++)
        {
            sum += Dates.TryParse(texts.AsSpan(i * Stride, Dates.Length), out var days, out _) ? days : 0;
        }

        return sum;
    }
}
