using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Homeward.Benchmarks.Running;

/// <summary>Processes whose last line is one JSON document; and DuckDB, which runs in Node's.</summary>
static class Engine
{
    static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    static readonly Lazy<string> Found = new(() =>
    {
        var versions = Script<Versions>("versions.mjs");
        return versions.DuckDb is { } duckDb
            ? $"DuckDB {duckDb} (npm @duckdb/node-api, Node {versions.Node}) in memory, {Machine.Threads} threads"
            : throw new BenchmarkException("The packages of package.json are not installed: run 'npm ci' at the top of the repository.", 2);
    });

    /// <summary>DuckDB's version and how it is set.</summary>
    /// <exception cref="BenchmarkException">Node or its packages are not there.</exception>
    public static string Description => Found.Value;

    /// <summary>Runs one of the scripts.</summary>
    /// <exception cref="BenchmarkException">It cannot be run, or failed.</exception>
    public static T Script<T>(string script, params string[] arguments) =>
        Result<T>("node", [Path.Combine(AppContext.BaseDirectory, "engines", script), .. arguments]);

    /// <summary>Runs a command.</summary>
    /// <exception cref="BenchmarkException">It cannot be run, or failed.</exception>
    public static T Result<T>(string command, string[] arguments)
    {
        using var process = Start(new(command, arguments) { RedirectStandardOutput = true });
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return process.ExitCode == 0 && lines.Length > 0
            ? JsonSerializer.Deserialize<T>(lines[^1], Web)!
            : throw new BenchmarkException($"{command} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    public static string Json<T>(T result) => JsonSerializer.Serialize(result, Web);

    static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new BenchmarkException($"'{start.FileName}' cannot be run: is it installed and on PATH?", 2);
        }
    }

    sealed record Versions(string Node, string? DuckDb);
}
