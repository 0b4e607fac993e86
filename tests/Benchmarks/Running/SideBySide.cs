using System.Globalization;

namespace Homeward.Benchmarks.Running;

/// <summary>Runs two jobs in turn, each time in a fresh process, and prints medians and their ratio.</summary>
static class SideBySide
{
    public static void Print(string title, int rows, long inputBytes, int repeat, Func<JobResult> ours, Func<JobResult> peer)
    {
        List<JobResult> a = [], b = [];
        for (var i = 0; i < repeat; i++)
        {
            a.Add(ours());
            b.Add(peer());
        }

        Console.WriteLine($"\n{title}");
        Row("", "Homeward", "DuckDB", "ratio");
        Seconds("median seconds, warm", a, b, result => result.Seconds);
        Seconds("median seconds, first run", a, b, result => result.First);
        Row("MB/s, warm", Number(inputBytes / 1e6 / Median(a, r => r.Seconds)), Number(inputBytes / 1e6 / Median(b, r => r.Seconds)), "");
        Row("million rows/s, warm", Number(rows / 1e6 / Median(a, r => r.Seconds)), Number(rows / 1e6 / Median(b, r => r.Seconds)), "");
        Seconds("peak memory, MB", a, b, result => result.PeakBytes / 1e6);
        if (a[0].FileBytes > 0 && b[0].FileBytes > 0)
        {
            Seconds("Parquet file, MB", a, b, result => result.FileBytes / 1e6);
        }
    }

    public static double Median(IEnumerable<JobResult> results, Func<JobResult, double> figure)
    {
        var sorted = results.Select(figure).Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    static void Seconds(string name, List<JobResult> a, List<JobResult> b, Func<JobResult, double> figure)
    {
        var (ours, theirs) = (Median(a, figure), Median(b, figure));
        Row(name, Number(ours), Number(theirs), $"{Number(theirs / ours)} ×");
    }

    static void Row(string name, string ours, string peer, string ratio) => Console.WriteLine($"  {name,-28}{ours,12}{peer,12}{ratio,12}");

    static string Number(double value) => value.ToString(value >= 100 ? "0" : "0.00", CultureInfo.InvariantCulture);
}
