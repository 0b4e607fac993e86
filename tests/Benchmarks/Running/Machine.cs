using System.Globalization;
using System.Runtime.InteropServices;

namespace Homeward.Benchmarks.Running;

/// <summary>What the figures were measured on.</summary>
static class Machine
{
    public static string Threads { get; } = Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture);

    public static string Description(Request request) => string.Create(CultureInfo.InvariantCulture, $"""
        {Processor()}, {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:0} GB; {RuntimeInformation.OSDescription}; {RuntimeInformation.FrameworkDescription}. {Load()}
        'cold' is the first run in a process (compilation counted, start of the process not), 'warm' the second, of DuckDB's in a new database. CPU is user and system of all cores.
        Data: {request.Folder}
        """);

    static string Processor() => Line("/proc/cpuinfo", "model name")?.Split(':')[^1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();

    /// <summary>Whether something else is running: figures of a loaded machine say little.</summary>
    static string Load() => Line("/proc/loadavg", "") is { } load ? $"Load before: {load.Split(' ')[0]}." : "";

    static string? Line(string file, string start) =>
        File.Exists(file) ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal)) : null;
}
