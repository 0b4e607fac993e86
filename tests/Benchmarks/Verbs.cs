using Homeward.Benchmarks.Comparisons;
using Homeward.Benchmarks.Running;

namespace Homeward.Benchmarks;

/// <summary>The comparisons, by name.</summary>
static class Verbs
{
    const string Usage = """
        dotnet run -c Release --project tests/Benchmarks -- ingest|memory|kpi|parquet|growth|national|all [--rows N] [--repeat K] [--data DIR]
        dotnet run -c Release --project tests/Benchmarks -- latency|load [--rows N] [--repeat K] [--data DIR]
        dotnet run -c Release --project tests/Benchmarks -- inner [--filter '*Dates*']

          ingest    validate and normalise one ward_stays file: Homeward with every rule, DuckDB with the same checks in SQL; COPY to Parquet
          memory    the same job, for its peak memory, with and without checks on DuckDB's side
          kpi       nights, active and started of 36 months over curated Parquet: Homeward's reader and kernel, DuckDB's SQL
          parquet   the size of our curated ward stays, and of DuckDB's Snappy file of the same columns and rows
          growth    the ingest job at N and 10 × N rows
          national  70 providers, 24 months: every submission into a folder lake, then every measure of the last month
          latency   the function app under Azurite: from a manifest's upload to marts that show it, one provider-month, K times
          load      the function app under Azurite: 70 providers upload at once; every file compared with a run over folders
          all       everything above at its usual size, one after the other; ingest once, as part of memory
          inner     the inner pieces one by one, with BenchmarkDotNet, whose options may follow

        --rows    ward stays: 3,000,000 unless given; growth 1,000,000; national 8,000,000 in all; latency and load 5,000 a provider
        --repeat  runs of each side, 5 unless given
        --data    where data is made once, seeded, and kept: homeward-benchmarks in the system's folder for temporary files unless given
        """;

    static readonly Dictionary<string, Action<Request>> Known = new(StringComparer.Ordinal)
    {
        ["ingest"] = IngestComparison.Run,
        ["memory"] = IngestComparison.Memory,
        ["kpi"] = KpiComparison.Run,
        ["parquet"] = ParquetComparison.Run,
        ["growth"] = GrowthComparison.Run,
        ["national"] = NationalComparison.Run,
        ["latency"] = AppLatency.Run,
        ["load"] = AppLoad.Run,
    };

    public static int Run(string[] args)
    {
        if (args is ["--help" or "-h" or "help", ..])
        {
            Console.WriteLine(Usage);
            return 0;
        }

        try
        {
            var request = Request.Parse(args);
            List<Action<Request>> chosen = request.Verb == "all"
                ? [.. Known.Where(verb => verb.Key != "ingest").Select(verb => verb.Value)]
                : [Known.GetValueOrDefault(request.Verb) ?? throw new FormatException($"{request.Verb} is no comparison.")];
            if (request is { Verb: "all", Rows: not null })
            {
                throw new FormatException("all takes no --rows: every comparison has a size of its own.");
            }

            Console.WriteLine(Machine.Description(request));
            Directory.CreateDirectory(request.Folder);
            chosen.ForEach(comparison => comparison(request));
            return 0;
        }
        catch (FormatException e)
        {
            Console.Error.WriteLine($"{e.Message}\n\n{Usage}");
            return 2;
        }
    }
}
