using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Homeward.App.Tests.Local;

/// <summary>How <c>dotnet run</c> starts the app.</summary>
public sealed class RunFolderTests
{
    [Fact]
    public async Task DotnetRun_FoldersOnTheCommandLine_AreOfWhereItIsTyped()
    {
        var start = new ProcessStartInfo("dotnet", ["msbuild", Project(), "-getProperty:RunWorkingDirectory"]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        Assert.Equal("", (await process.StandardOutput.ReadToEndAsync()).Trim());
    }

    static string Project([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "functions", "App", "App.csproj"));
}
