using System.Globalization;

namespace Homeward.Benchmarks.Running;

/// <summary>Runs jobs in turn, each time in a fresh process, and prints medians and their ratio.</summary>
static class SideBySide
{
    static readonly (string Name, Func<JobResult, double> Of)[] Durations =
    [
        ("seconds, warm", result => result.Seconds), ("seconds, cold", result => result.First),
        ("CPU seconds, warm", result => result.Cpu), ("CPU seconds, cold", result => result.FirstCpu),
    ];

    /// <summary>Every job once, then every job again, and so on.</summary>
    public static List<JobResult>[] Alternate(int repeat, params Func<JobResult>[] jobs)
    {
        var results = jobs.Select(_ => new List<JobResult>()).ToArray();
        for (var i = 0; i < repeat; i++)
        {
            for (var job = 0; job < jobs.Length; job++)
            {
                results[job].Add(jobs[job]());
            }
        }

        return results;
    }

    /// <summary>Ours beside DuckDB's.</summary>
    public static void Print(string title, Scale scale, List<JobResult> ours, List<JobResult> peer, params string[] notes)
    {
        Console.WriteLine($"\n{title}");
        Row("", "Homeward", "DuckDB", "DuckDB ÷ Homeward");
        Array.ForEach(Durations, duration => Compared(duration.Name, duration.Of));
        Compared($"MB/s of {scale.BytesOf}, warm", result => scale.MegabytesPerSecond(result, run => run.Seconds), ratio: false);
        Compared("million rows/s, warm", result => scale.MillionRowsPerSecond(result, run => run.Seconds), ratio: false);
        Compared("peak memory, MB", result => result.PeakBytes / 1e6);
        if (ours[0].FileBytes > 0)
        {
            Compared("Parquet file, MB", result => result.FileBytes / 1e6);
        }

        Notes([$"Runs alternate, {ours.Count} of each, each in a process of its own; medians. {Engine.Description}.", .. notes]);

        void Compared(string name, Func<JobResult, double> figure, bool ratio = true)
        {
            var (mine, theirs) = (Median(ours, figure), Median(peer, figure));
            Row(name, Number(mine), Number(theirs), ratio ? $"{Number(theirs / mine)} ×" : "");
        }
    }

    /// <summary>What more rows cost each side: small and large runs of ours, then of DuckDB's.</summary>
    public static void PrintGrowth(string title, List<JobResult>[] ours, List<JobResult>[] peer, params string[] notes)
    {
        Console.WriteLine($"\n{title}");
        Row("", "Homeward", "DuckDB", "");
        Array.ForEach(Durations, duration => Grown(duration.Name, duration.Of));
        Grown("peak memory", result => result.PeakBytes);
        Grown("Parquet file", result => result.FileBytes);
        Notes(notes);

        void Grown(string name, Func<JobResult, double> figure) => Row(name, Times(ours, figure), Times(peer, figure), "");

        static string Times(List<JobResult>[] sizes, Func<JobResult, double> figure) => $"{Number(Median(sizes[1], figure) / Median(sizes[0], figure))} ×";
    }

    /// <summary>Ours alone, each run the first of its process.</summary>
    public static void PrintAlone(string title, List<JobResult> ours, Scale? scale, params string[] notes)
    {
        Console.WriteLine($"\n{title}");
        Alone("seconds, cold", result => result.First);
        Alone("CPU seconds, cold", result => result.FirstCpu);
        if (scale is not null)
        {
            Alone($"MB/s of {scale.BytesOf}", result => scale.MegabytesPerSecond(result, run => run.First));
            Alone("ward stays/s", result => scale.MillionRowsPerSecond(result, run => run.First) * 1e6);
        }

        Alone("peak memory, MB", result => result.PeakBytes / 1e6);
        Alone("files made, MB", result => result.FileBytes / 1e6);
        Notes([.. notes, $"Seconds by step of the last run, cores added up: {string.Join(", ", ours[^1].Steps.OrderByDescending(step => step.Value)
            .Select(step => string.Create(CultureInfo.InvariantCulture, $"{step.Key} {step.Value:0.00}")))}"]);

        void Alone(string name, Func<JobResult, double> figure) => Row(name, Number(Median(ours, figure)), "", "");
    }

    static double Median(IEnumerable<JobResult> results, Func<JobResult, double> figure)
    {
        var sorted = results.Select(figure).Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    static void Row(string name, string ours, string peer, string ratio) => Console.WriteLine($"  {name,-32}{ours,12}{peer,12}{ratio,20}".TrimEnd());

    static void Notes(IEnumerable<string> notes)
    {
        foreach (var note in notes)
        {
            Console.WriteLine($"  {note}");
        }
    }

    static string Number(double value) => value.ToString(value >= 1000 ? "0" : value >= 1 ? "0.00" : "0.000", CultureInfo.InvariantCulture);
}
