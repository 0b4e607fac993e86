using Homeward.Columns;
using Homeward.Pipeline.Ingest;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.Pipeline.Tests.Faults;

/// <summary>The process dies at every single effect of a run; running again ends in the clean run's bytes.</summary>
public sealed class DeathTests : IDisposable
{
    static readonly Month August = new(2025, 8);
    static readonly DateTime Monday = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    readonly SmallWorld world = new(manySmallFiles: true);

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Run_DiesAtAnyEffect_RunningAgainEndsAsTheCleanRun()
    {
        new SmallUpload("RWR", August, "first", Monday, people: 3).WriteTo(world.Landing);
        new SmallUpload("RWR", August, "second", Monday.AddDays(1), people: 6).WriteTo(world.Landing);
        new SmallUpload("RWR", August, "third", Monday.AddDays(2), people: 6).Without("beds.csv").WriteTo(world.Landing);
        var counting = FaultPlan.Never;
        var clean = Lake("clean", counting);
        await clean.RunAll();
        var expected = SmallWorld.Snapshot(clean.Folder);
        Assert.InRange(counting.Effects, 60, 200);
        for (var step = 0; step <= counting.Effects; step++)
        {
            // Just after an effect is just before the next; only the last has an after of its own.
            var name = $"died-{step}";
            var died = step < counting.Effects ? new FaultPlan(step, after: false) : new FaultPlan(step - 1, after: true);
            await Assert.ThrowsAnyAsync<Exception>(() => Lake(name, died).RunAll());
            var again = Lake(name, FaultPlan.Never);
            await again.RunAll();
            SmallWorld.AssertSame(expected, SmallWorld.Snapshot(again.Folder));
            Directory.Delete(again.Folder, recursive: true);
        }
    }

    /// <summary>Every lake has the same landing; a worker that died is known to be gone.</summary>
    SmallLake Lake(string name, FaultPlan plan)
    {
        var lake = new SmallLake(world, name) { Options = new("test") { ReceivedBy = ReceivedBy.Manifest, IsGone = _ => true } };
        return new SmallLake(world, name)
        {
            Options = lake.Options,
            Store = new FaultyStore(lake.Store, plan),
            Ledger = new FaultyLedger(lake.Ledger, plan),
        };
    }
}
