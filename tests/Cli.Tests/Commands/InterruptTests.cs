using System.Diagnostics;
using Homeward.Columns;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.Cli.Tests.Commands;

/// <summary>Ctrl-C and kill, on a real process.</summary>
public sealed class InterruptTests : IDisposable
{
    static readonly Month January = new(2024, 1);

    readonly SmallWorld world = new();

    public InterruptTests()
    {
        for (var month = January; month < January + 8; month += 1)
        {
            new SmallUpload("RWR", month, "first", (month + 1).FirstDay.AddDays(8).ToDateTime(TimeOnly.MinValue), people: 12).WriteTo(world.Landing);
        }
    }

    public void Dispose() => world.Dispose();

    [Theory]
    [InlineData("INT", Exit.Interrupted)]
    [InlineData("KILL", 128 + 9)]
    public async Task Run_Signal_LeavesNothingHalfWrittenAndTheNextRunEndsAsAClean(string signal, int expected)
    {
        Assert.Equal(Exit.Done, (await Shell.Homeward(Arguments("clean"))).Exit);
        // A suite that runs in the background hands an ignored SIGINT down; a terminal does not.
        using var process = Process.Start(new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "homeward.dll"), .. Arguments("lake")])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        while (!Directory.Exists(world.At("lake", "curated")) || Directory.EnumerateFiles(world.At("lake", "curated"), "*", SearchOption.AllDirectories).Count() < 30)
        {
            Assert.False(process.HasExited);
            await Task.Delay(5);
        }

        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        await process.WaitForExitAsync();
        Assert.Equal(expected, process.ExitCode);
        if (signal == "INT")
        {
            Assert.Contains("Interrupted", await process.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
            Assert.Empty(Directory.EnumerateFiles(world.At("lake", ".work", "tmp")));
        }

        Assert.InRange(SmallWorld.Snapshot(world.At("lake")).Count, 30, SmallWorld.Snapshot(world.At("clean")).Count - 20);
        Assert.Equal(Exit.Done, (await Shell.Homeward(Arguments("lake"))).Exit);
        SmallWorld.AssertSame(SmallWorld.Snapshot(world.At("clean")), SmallWorld.Snapshot(world.At("lake")));
    }

    string[] Arguments(string lake) =>
        ["run", "--landing", world.Landing, "--lake", world.At(lake), "--reference", world.ReferenceFolder, "--demo-key"];
}
