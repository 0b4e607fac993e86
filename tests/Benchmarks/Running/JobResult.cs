using System.Diagnostics;
using System.Text.Json;

namespace Homeward.Benchmarks.Running;

/// <summary>What a job's process prints: one line of JSON.</summary>
/// <param name="First">Seconds of the first run in the process: start-up of the runtime not counted, compilation counted.</param>
/// <param name="Seconds">Seconds of the second run.</param>
/// <param name="PeakBytes">The largest resident memory of the process when the first run ends.</param>
/// <param name="FileBytes">Size of the file that it made.</param>
sealed record JobResult(double First, double Seconds, long PeakBytes, long FileBytes)
{
    static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Runs a job twice in this process and prints its result.</summary>
    public static void Measure(Action job, string file)
    {
        var first = Time(job);
        using var process = Process.GetCurrentProcess();
        var peak = process.PeakWorkingSet64;
        var second = Time(job);
        var size = File.Exists(file) ? new FileInfo(file).Length : 0;
        Console.WriteLine(JsonSerializer.Serialize(new JobResult(first, second, peak, size), Web));
    }

    /// <summary>Runs a command and reads the result that it prints last.</summary>
    public static JobResult Of(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true })!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return process.ExitCode == 0 && lines.Length > 0
            ? JsonSerializer.Deserialize<JobResult>(lines[^1], Web)!
            : throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    static double Time(Action job)
    {
        var start = Stopwatch.GetTimestamp();
        job();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
