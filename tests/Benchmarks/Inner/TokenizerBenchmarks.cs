using BenchmarkDotNet.Attributes;
using Homeward.Columns.Csv;

namespace Homeward.Benchmarks.Inner;

/// <summary>Finding rows and fields in batches of half a megabyte, without parsing them.</summary>
public class TokenizerBenchmarks
{
    const int Rows = 20_000;

    readonly CsvLimits limits = new();
    RowBatch batch = new();
    int from;

    [Params("Scalar", "Widest")]
    public string Path { get; set; } = "";

    [Params(false, true)]
    public bool Quoted { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var file = WardStayFile.Create(Rows, shuffled: true);
        file = Quoted ? [.. file.SelectMany(QuoteAll).SkipLast(1)] : file;
        batch = RowBatch.Rent(file.Length, Rows * (WardStayFile.Specs.Length + 2));
        batch.Shape(WardStayFile.Specs.Length);
        file.CopyTo(batch.Bytes.AsSpan());
        batch.Length = file.Length;
        from = file.AsSpan().IndexOf((byte)'\n') + 1;
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    public int Tokenize() => new Tokenizer(WardStayFile.Specs.Length, limits, 2, Enum.Parse<TokenizerPath>(Path)).Run(batch, from, final: true);

    static byte[] QuoteAll(byte value) => value switch
    {
        (byte)',' => "\",\""u8.ToArray(),
        (byte)'\n' => "\"\n\""u8.ToArray(),
        _ => [value],
    };
}
