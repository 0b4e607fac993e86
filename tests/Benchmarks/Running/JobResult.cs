using System.Diagnostics;

namespace Homeward.Benchmarks.Running;

/// <summary>What a job's process prints: one line of JSON.</summary>
/// <param name="First">Seconds of the first run in the process: start-up of the runtime not counted, compilation counted.</param>
/// <param name="FirstCpu">Seconds of all cores, user and system, that it took.</param>
/// <param name="Seconds">Seconds of the second run.</param>
/// <param name="Cpu">Seconds of all cores that it took.</param>
/// <param name="PeakBytes">The largest resident memory of the process when the first run ends.</param>
/// <param name="FileBytes">Size of what it made.</param>
sealed record JobResult(double First, double FirstCpu, double Seconds, double Cpu, long PeakBytes, long FileBytes)
{
    /// <summary>What it computed, to be compared.</summary>
    public IReadOnlyList<long> Figures { get; init; } = [];

    /// <summary>Seconds by step, all cores together.</summary>
    public IReadOnlyDictionary<string, double> Steps { get; init; } = new Dictionary<string, double>();

    /// <summary>Runs a job twice in this process and prints its result.</summary>
    public static void Measure(Action job, string file) => Measure(() =>
    {
        job();
        return [];
    }, file);

    public static void Measure(Func<IReadOnlyList<long>> job, string? file = null)
    {
        var first = Time(job, out _);
        var peak = Peak();
        var second = Time(job, out var figures);
        Print(new(first.Wall, first.Cpu, second.Wall, second.Cpu, peak, file is null ? 0 : new FileInfo(file).Length) { Figures = figures });
    }

    /// <summary>Runs a job that cannot be repeated in one process.</summary>
    /// <param name="made">The folder that it fills.</param>
    public static void MeasureOnce(Func<IReadOnlyDictionary<string, double>> job, string made)
    {
        var (wall, cpu) = Time(job, out var steps);
        var bytes = new DirectoryInfo(made).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        Print(new(wall, cpu, wall, cpu, Peak(), bytes) { Steps = steps });
    }

    /// <summary>Runs one of our jobs in a process of its own.</summary>
    public static JobResult OfChild(params string[] arguments)
    {
        var program = Environment.ProcessPath!;
        return Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? Engine.Result<JobResult>(program, [Path.Combine(AppContext.BaseDirectory, $"{typeof(JobResult).Assembly.GetName().Name}.dll"), "child", .. arguments])
            : Engine.Result<JobResult>(program, ["child", .. arguments]);
    }

    /// <summary>Runs one of DuckDB's scripts.</summary>
    public static JobResult OfEngine(string script, params string[] arguments) => Engine.Script<JobResult>(script, arguments);

    static void Print(JobResult result) => Console.WriteLine(Engine.Json(result));

    static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    static (double Wall, double Cpu) Time<T>(Func<T> job, out T result)
    {
        var (start, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        result = job();
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
    }
}
