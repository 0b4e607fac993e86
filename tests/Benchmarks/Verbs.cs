using Homeward.Benchmarks.Comparisons;
using Homeward.Benchmarks.Data;
using Homeward.Benchmarks.Running;
using Homeward.Synthetic.Sized;

namespace Homeward.Benchmarks;

/// <summary>The comparisons, by name.</summary>
static class Verbs
{
    public const string All = "all";

    const string Usage = """
        dotnet run -c Release --project tests/Benchmarks -- ingest|memory|kpi|parquet|growth|national|all [--rows N] [--repeat K] [--data DIR]
        dotnet run -c Release --project tests/Benchmarks -- latency|load [--rows N] [--repeat K] [--data DIR]
        dotnet run -c Release --project tests/Benchmarks -- inner [--filter '*Dates*']

          ingest    validate and normalise one ward_stays file: Homeward with every rule, DuckDB with the same checks in SQL; COPY to Parquet
          memory    the same job, for its peak memory, with and without checks on DuckDB's side
          kpi       nights, active and started of 36 months over curated Parquet: Homeward's reader and kernel, DuckDB's SQL
          parquet   curated ward stays from a table in memory to a Snappy file: Homeward's writer, DuckDB's COPY; time, memory, size
          growth    the ingest job at N and 10 × N rows
          national  70 providers, 24 months: every submission into a folder lake, once, then every measure of the last month, K times
          latency   the function app under Azurite: from a manifest's upload to marts that show it, one provider-month, K times
          load      the function app under Azurite: 70 providers upload at once, once; every file compared with a run over folders
          all       everything above at its usual size, one after the other; ingest once, as part of memory
          inner     the inner pieces one by one, with BenchmarkDotNet, whose options may follow (inner --help)

        --rows    ward stays: 3,000,000 unless given; growth 1,000,000; national 8,000,000 in all; latency and load 5,000 a provider
        --repeat  runs of each side, 5 unless given
        --data    where data is made once, seeded, and kept: homeward-benchmarks in the system's folder for temporary files unless given

        Ends with 0 when done, 1 when the sides' results differ or a run failed, 2 when the command is wrong or something it needs is not there.
        """;

    /// <summary>One that <c>--rows</c> may size.</summary>
    public sealed record Comparison(Action<Request> Run, int FewestRows = 1, int MostRows = LargeSubmission.MostRows, bool NeedsNode = true);

    public static IReadOnlyDictionary<string, Comparison> Known { get; } = new Dictionary<string, Comparison>(StringComparer.Ordinal)
    {
        ["ingest"] = new(IngestComparison.Run),
        ["memory"] = new(IngestComparison.Memory),
        ["kpi"] = new(KpiComparison.Run, FewestRows: 1_000),
        ["parquet"] = new(ParquetComparison.Run),
        ["growth"] = new(GrowthComparison.Run, MostRows: LargeSubmission.MostRows / GrowthComparison.Times),
        ["national"] = new(NationalComparison.Run, NeedsNode: false),
        ["latency"] = new(AppLatency.Run, SizedRequest.FewestRows, AppRegion.MostRows),
        ["load"] = new(AppLoad.Run, SizedRequest.FewestRows, AppRegion.MostRows),
    };

    public static int Run(string[] args)
    {
        if (args is ["help", ..] || args.Any(arg => arg is "--help" or "-h"))
        {
            Console.WriteLine(Usage);
            return 0;
        }

        try
        {
            return Run(Request.Parse(args));
        }
        catch (FormatException e)
        {
            Console.Error.WriteLine($"{e.Message}\n\n{Usage}");
            return 2;
        }
        catch (BenchmarkException e)
        {
            Console.Error.WriteLine(e.Message);
            return e.ExitCode;
        }
    }

    static int Run(Request request)
    {
        Comparison[] chosen = request.Verb == All ? [.. Known.Where(verb => verb.Key != "ingest").Select(verb => verb.Value)] : [Known[request.Verb]];
        if (chosen.Any(comparison => comparison.NeedsNode))
        {
            _ = Engine.Description;
        }

        request.MakeFolder();
        Console.WriteLine(Machine.Description(request));
        Array.ForEach(chosen, comparison => comparison.Run(request));
        return 0;
    }
}
