using System.Diagnostics;
using System.Text.Json;

namespace Homeward.Browser.Tests;

/// <summary>What Chromium saw of one page.</summary>
public sealed record Visit(string File, IReadOnlyList<WidthVisit> Widths, KeyboardVisit Keyboard, ScriptlessVisit WithoutScripts, PaperVisit Paper, IReadOnlyList<SortedColumn> Sorting);

/// <param name="PageWidth">Pixels that the page needs, everything unfolded; more than <paramref name="Width"/> means scrolling sideways.</param>
/// <param name="Fetched">Addresses that the page asked the network for.</param>
/// <param name="Violations">What axe-core found, the impact first.</param>
public sealed record WidthVisit(int Width, int PageWidth, IReadOnlyList<string> Fetched, int RulesPassed, IReadOnlyList<string> Violations);

public sealed record KeyboardVisit(int Expected, int Reached, bool FocusShown, bool Opened);

public sealed record ScriptlessVisit(string Heading, int Tables);

/// <param name="Sheet">Pixels that a sheet on its side has.</param>
/// <param name="Needed">Pixels that the widest table needs there.</param>
public sealed record PaperVisit(int Bytes, int Sheet, int Needed);

/// <summary>A column after a click on its heading, and after Enter.</summary>
public sealed record SortedColumn(SortedRows Ascending, SortedRows Descending);

/// <param name="Says">The heading's aria-sort.</param>
public sealed record SortedRows(string Says, IReadOnlyList<string> Values);

/// <summary>Visits pages in a real Chromium; pictures of them stay beside the test's output.</summary>
static class Visits
{
    static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

    public static string Pictures { get; } = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "TestResults", "pages")).FullName;

    public static IReadOnlyList<Visit> Of(IReadOnlyList<string> files)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "browser", "visit.mjs");
        using var process = Process.Start(new ProcessStartInfo("node", [script, Chromium(), Pictures, .. files])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<List<Visit>>(output, JsonSerializerOptions.Web)!
            : throw new InvalidOperationException($"The browser could not visit the pages: {errors.Result}");
    }

    /// <exception cref="InvalidOperationException">No Chromium on the path.</exception>
    static string Chromium() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("No Chromium or Chrome on the PATH: install one (Debian: apt-get install chromium) and run the tests again.");
}
