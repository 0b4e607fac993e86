using Homeward.Lake.Ledger;
using Homeward.Pipeline.Arrivals;
using Homeward.Pipeline.Sweep;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.Pipeline.Tests.Sweep;

/// <summary>A zip that lies in landing where nothing unpacks it: after half an hour the sweep answers it.</summary>
public sealed class UnreadableZipTests : IDisposable
{
    readonly SmallWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Run_UnreadableZip_IsRejectedWithItsFeedbackPack()
    {
        var folder = Directory.CreateDirectory(Path.Combine(world.Landing, "RWR", "2025-06", "zipped")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "june.zip"), "PK cut short");
        var lake = new SmallLake(world);

        Assert.Empty((await Sweep(lake, TimeSpan.FromMinutes(20))).Judged);
        var judged = Assert.Single((await Sweep(lake, TimeSpan.FromMinutes(31))).Judged);
        Assert.Empty((await Sweep(lake, TimeSpan.FromMinutes(32))).Judged);

        Assert.Equal(LedgerState.Rejected, judged.State);
        Assert.Equal(new Dictionary<string, long> { ["SUB006"] = 1 }, judged.Rules);
        var feedback = Path.Combine(lake.Folder, "feedback", "RWR", "2025-06", "zipped");
        Assert.Equal(["findings.csv", "report.html", "summary.json", "vodim.csv"], Directory.GetFiles(feedback).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.StartsWith("SUB006,F,", (await File.ReadAllLinesAsync(Path.Combine(feedback, "findings.csv")))[1], StringComparison.Ordinal);
    }

    static Task<SweepReport> Sweep(SmallLake lake, TimeSpan later) =>
        new SweepJob(lake.Store, lake.Ledger, lake.Reference, new ArrivalJob(lake.Store, lake.Ledger, lake.Ingest), new Later(later)).Run(_ => Task.CompletedTask);

    sealed class Later(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
