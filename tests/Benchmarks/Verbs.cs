using System.Globalization;
using System.Runtime.InteropServices;
using Homeward.Benchmarks.Data;
using Homeward.Benchmarks.Running;

namespace Homeward.Benchmarks;

/// <summary>The comparisons, by name.</summary>
static class Verbs
{
    const string Usage = """
        dotnet run -c Release --project tests/Benchmarks -- ingest|memory|growth|parquet [--rows N] [--repeat K]
        dotnet run -c Release --project tests/Benchmarks -- inner [--filter '*Dates*']

          ingest    validate and normalise one ward_stays file: Homeward with every rule, DuckDB with the same checks in SQL; COPY to Parquet
          memory    the same job, for its peak memory (and DuckDB without any check)
          growth    the same job at N and 10 × N rows
          parquet   the size of our curated ward stays, and of DuckDB's Snappy file of the same columns and rows
          inner     the inner pieces one by one, with BenchmarkDotNet, whose options may follow

        Data is made once, seeded, below artifacts/benchmarks. --rows 3000000, --repeat 5 unless given.
        """;

    static readonly string Folder = Path.GetFullPath(Path.Combine("artifacts", "benchmarks"));

    public static int Run(string[] args)
    {
        var (rows, repeat) = (3_000_000, 5);
        for (var i = 1; i + 1 < args.Length; i += 2)
        {
            if (!int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
            {
                return Wrong($"{args[i]} takes a whole number above 0.");
            }

            switch (args[i])
            {
                case "--rows": rows = number; break;
                case "--repeat": repeat = number; break;
                default: return Wrong($"{args[i]} is no option.");
            }
        }

        switch (args.FirstOrDefault())
        {
            case "parquet":
                Machine();
                ParquetSize(rows);
                return 0;
            case "ingest" or "memory":
                Machine();
                Ingest(rows, repeat, "checks");
                if (args[0] == "memory")
                {
                    Ingest(rows, repeat, "no checks");
                }

                return 0;
            case "growth":
                Machine();
                Growth(args.Contains("--rows") ? rows : 1_000_000, repeat);
                return 0;
            case "--help" or "-h":
                Console.WriteLine(Usage);
                return 0;
            default:
                return Wrong("A comparison is needed.");
        }
    }

    static void Ingest(int rows, int repeat, string checks)
    {
        var submission = LargeSubmission.Make(Folder, rows);
        var bytes = new FileInfo(submission.WardStays).Length;
        SideBySide.Print(
            string.Create(CultureInfo.InvariantCulture, $"ingest: {rows:N0} ward stays, {bytes / 1e6:0} MB of CSV to Parquet (Snappy); DuckDB with {checks}"),
            rows, bytes, repeat, () => Ours(rows), () => DuckDb(submission, checks));
        Console.WriteLine("  Homeward also reads the other tables, judges all rules of the specification, pseudonymises, and adds distance, home and service line.");
        Console.WriteLine("  Not compared: the feedback pack, the put into a lake.");
    }

    static void Growth(int rows, int repeat)
    {
        var (small, large) = (new List<JobResult>(), new List<JobResult>());
        LargeSubmission.Make(Folder, rows);
        LargeSubmission.Make(Folder, rows * 10);
        for (var i = 0; i < repeat; i++)
        {
            small.Add(Ours(rows));
            large.Add(Ours(rows * 10));
        }

        var (a, b) = (SideBySide.Median(small, r => r.Seconds), SideBySide.Median(large, r => r.Seconds));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\ngrowth: {rows:N0} rows {a:0.00} s, {rows * 10L:N0} rows {b:0.00} s: {b / a:0.0} × the time for 10 × the rows"));
    }

    static void ParquetSize(int rows)
    {
        LargeSubmission.Make(Folder, rows);
        var ours = Ours(rows).FileBytes;
        var theirs = JobResult.Of("node", Engine("copy.mjs"), Path.Combine(Folder, "homeward.parquet"), Path.Combine(Folder, "duckdb.parquet")).FileBytes;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"\nparquet: {rows:N0} curated ward stays, Snappy: Homeward {ours / 1e6:0.0} MB, DuckDB {theirs / 1e6:0.0} MB: {(double)ours / theirs:0.00} × its size"));
    }

    static JobResult Ours(int rows) => JobResult.Of(
        Environment.ProcessPath!, "child", "ingest", Folder, rows.ToString(CultureInfo.InvariantCulture), Path.Combine(Folder, "homeward.parquet"));

    static JobResult DuckDb(LargeSubmission submission, string checks) => JobResult.Of(
        "node", Engine("ingest.mjs"), submission.WardStays, submission.Spells, Path.Combine(Folder, "duckdb.parquet"),
        Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture), checks);

    static string Engine(string script) => Path.Combine(AppContext.BaseDirectory, "engines", script);

    static void Machine() => Console.WriteLine(
        $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}; DuckDB with as many threads, in memory. Runs alternate, each in a process of its own.");

    static int Wrong(string problem)
    {
        Console.Error.WriteLine($"{problem}\n\n{Usage}");
        return 2;
    }
}
