using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.App.Tests.Starting;

/// <summary>Settings that the app cannot start with end in a sentence and exit code 2, never in a stack trace.</summary>
public sealed class StartTests : IDisposable
{
    readonly SmallWorld world = new();

    public void Dispose() => world.Dispose();

    [Theory]
    [InlineData("AzureWebJobsStorage", "nonsense", "AzureWebJobsStorage is not the connection string")]
    [InlineData("HOMEWARD_LAKE_KEY", "zz", "HOMEWARD_LAKE_KEY is not a key: expected 64 hex digits")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317", "OTEL_EXPORTER_OTLP_ENDPOINT is no address")]
    [InlineData("PATH", "/nowhere", "is Node.js 20 or later installed")]
    public async Task Start_SettingIsWrong_SaysWhichAndWhatIsExpected(string setting, string value, string expected) =>
        Assert.Contains(expected, await Refused([], (setting, value)), StringComparison.Ordinal);

    [Theory]
    [InlineData("AzureWebJobsStorage", null, "AzureWebJobsStorage is not set: expected a connection string")]
    [InlineData("AzureWebJobsStorage", "nonsense", "AzureWebJobsStorage is not the connection string")]
    [InlineData("LakeStorage", null, "LakeStorage is not set")]
    [InlineData("LakeStorage__blobServiceUri", "not an address", "LakeStorage__blobServiceUri is no address")]
    [InlineData("FUNCTIONS_CUSTOMHANDLER_PORT", "http", "FUNCTIONS_CUSTOMHANDLER_PORT is 'http': expected a port")]
    [InlineData("HOMEWARD_TRUST_KEY", "00", "HOMEWARD_TRUST_KEY is not a key")]
    public async Task StartBehindHost_SettingIsWrong_SaysWhichAndWhatIsExpected(string setting, string? value, string expected)
    {
        const string Emulator = "UseDevelopmentStorage=true";
        (string, string?)[] right =
        [
            ("FUNCTIONS_CUSTOMHANDLER_PORT", "0"), ("AzureWebJobsStorage", Emulator), ("LakeStorage", setting.StartsWith("LakeStorage_", StringComparison.Ordinal) ? null : Emulator),
            ("HOMEWARD_LAKE_KEY", new string('a', 64)), ("HOMEWARD_TRUST_KEY", new string('b', 64)),
        ];
        Assert.Contains(expected, await Refused([], [.. right, (setting, value)]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_FolderOrPortCannotBeUsed_SaysWhichAndWhatToDo()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = $"{((IPEndPoint)taken.LocalEndpoint).Port}";
        var contradicting = Directory.CreateDirectory(world.At("contradicting")).FullName;
        await File.WriteAllTextAsync(Path.Combine(contradicting, "callers.csv"), "object_id,role\n,Nobody\n");
        var said = await Task.WhenAll(
            Refused(["--port", "many"]),
            Refused(["--data", "/dev/null/data"]),
            Refused(["--data", world.At("a"), "--reference", world.At("no-such")]),
            Refused(["--data", world.At("b"), "--reference", contradicting]),
            Refused(["--data", world.At("c"), "--reference", world.ReferenceFolder, "--port", port]));
        Assert.Contains("--port is 'many': expected a port, 0 to 65535", said[0], StringComparison.Ordinal);
        Assert.Contains("choose a folder that can be written to with --data DIR", said[1], StringComparison.Ordinal);
        Assert.Contains("does not exist", said[2], StringComparison.Ordinal);
        Assert.Contains("callers.csv", said[3], StringComparison.Ordinal);
        Assert.Contains("The port is in use: choose another with --port", said[4], StringComparison.Ordinal);
    }

    /// <summary>What it says on standard error before it ends.</summary>
    static async Task<string> Refused(string[] arguments, params (string Name, string? Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Homeward.App.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        try
        {
            var (said, _) = (process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
            Assert.Equal(2, process.ExitCode);
            Assert.DoesNotContain("   at ", await said, StringComparison.Ordinal);
            return await said;
        }
        finally
        {
            process.Kill();
        }
    }
}
