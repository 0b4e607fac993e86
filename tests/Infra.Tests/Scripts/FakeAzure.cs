using System.Diagnostics;

namespace Homeward.Infra.Tests.Scripts;

/// <summary>An <c>az</c> that writes down how it was called and answers as told, for the scripts of infra/scripts.</summary>
sealed class FakeAzure : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("homeward-az-");

    /// <param name="answers">Cases of a shell <c>case "$*" in</c>, such as <c>*"secret list"*) echo lake-key ;;</c>.</param>
    public FakeAzure(string answers)
    {
        var az = Path.Combine(folder.FullName, "az");
        File.WriteAllText(az, $$"""
            #!/bin/sh
            printf '%s\n' "$*" >> "$AZ_CALLS"
            case "$*" in
            {{answers}}
            esac
            """.Replace("\r", "", StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(az, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    string CallsFile => Path.Combine(folder.FullName, "calls");

    /// <summary>Every call since the last run began.</summary>
    public IReadOnlyList<string> Calls => File.Exists(CallsFile) ? File.ReadAllLines(CallsFile) : [];

    /// <summary>A file for the answers to keep something in.</summary>
    public string State => Path.Combine(folder.FullName, "state");

    public async Task<(int Exit, string Said)> Run(string script, Dictionary<string, string> settings, params string[] arguments)
    {
        File.Delete(CallsFile);
        var start = new ProcessStartInfo("sh", [Repository.PathOf("infra", "scripts", script), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        start.Environment["AZ_CALLS"] = CallsFile;
        start.Environment["AZ_STATE"] = State;
        start.Environment["PATH"] = $"{folder.FullName}:{Environment.GetEnvironmentVariable("PATH")}";
        using var process = Process.Start(start)!;
        var problems = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said + await problems);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
