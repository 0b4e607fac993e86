using System.Globalization;

namespace Homeward.Benchmarks.Running;

/// <summary>Runs two jobs in turn, each time in a fresh process, and prints medians and their ratio.</summary>
static class SideBySide
{
    /// <param name="inputBytes">0 where there is no rate to tell.</param>
    /// <returns>The last result of each.</returns>
    public static (JobResult Ours, JobResult Peer) Print(string title, int rows, long inputBytes, int repeat, Func<JobResult> ours, Func<JobResult> peer)
    {
        List<JobResult> a = [], b = [];
        for (var i = 0; i < repeat; i++)
        {
            a.Add(ours());
            b.Add(peer());
        }

        Console.WriteLine($"\n{title}");
        Row("", "Homeward", "DuckDB", "DuckDB ÷ Homeward");
        Compared("seconds, warm", a, b, result => result.Seconds);
        Compared("seconds, cold", a, b, result => result.First);
        Compared("CPU seconds, warm", a, b, result => result.Cpu);
        Compared("CPU seconds, cold", a, b, result => result.FirstCpu);
        if (inputBytes > 0)
        {
            Row("MB/s, warm", Number(inputBytes / 1e6 / Median(a, r => r.Seconds)), Number(inputBytes / 1e6 / Median(b, r => r.Seconds)), "");
        }

        Row("million rows/s, warm", Number(rows / 1e6 / Median(a, r => r.Seconds)), Number(rows / 1e6 / Median(b, r => r.Seconds)), "");
        Compared("peak memory, MB", a, b, result => result.PeakBytes / 1e6);
        if (a[0].FileBytes > 0 && b[0].FileBytes > 0)
        {
            Compared("Parquet file, MB", a, b, result => result.FileBytes / 1e6);
        }

        return (a[^1], b[^1]);
    }

    public static double Median(IEnumerable<JobResult> results, Func<JobResult, double> figure)
    {
        var sorted = results.Select(figure).Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    static void Compared(string name, List<JobResult> a, List<JobResult> b, Func<JobResult, double> figure)
    {
        var (ours, theirs) = (Median(a, figure), Median(b, figure));
        Row(name, Number(ours), Number(theirs), $"{Number(theirs / ours)} ×");
    }

    static void Row(string name, string ours, string peer, string ratio) => Console.WriteLine($"  {name,-28}{ours,12}{peer,12}{ratio,20}");

    static string Number(double value) => value.ToString(value >= 100 ? "0" : value >= 1 ? "0.00" : "0.000", CultureInfo.InvariantCulture);
}
