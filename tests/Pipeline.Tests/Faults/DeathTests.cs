using Homeward.Columns;
using Homeward.Pipeline.Ingest;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.Pipeline.Tests.Faults;

/// <summary>The process dies at every single effect of a run: nothing half-written is there to be read, and running again ends in the clean run's bytes.</summary>
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
        new SmallUpload("RWR", August, "second", Monday.AddDays(1), people: 6, placed: 2).WriteTo(world.Landing);
        new SmallUpload("RWR", August, "third", Monday.AddDays(2), people: 6).Without("beds.csv").WriteTo(world.Landing);
        var counting = FaultPlan.Never;
        var clean = Lake("clean", counting);
        await clean.Periods();
        var expected = SmallWorld.Snapshot(clean.Folder);
        Assert.InRange(counting.Effects, 60, 200);
        await DieEverywhere(counting.Effects, expected, lake => lake.Periods());
    }

    [Fact]
    public async Task Summarise_DiesAtAnyEffect_RunningAgainEndsAsTheCleanRun()
    {
        new SmallUpload("RWR", August, "first", Monday, people: 3).WriteTo(world.Landing);
        new SmallUpload("RYK", August, "first", Monday, people: 6, placed: 2).WriteTo(world.Landing);
        var computed = Lake("computed", FaultPlan.Never);
        await computed.Periods();
        world.Copy("computed", "clean");
        var counting = FaultPlan.Never;
        var clean = Lake("clean", counting);
        await clean.Summarise.Run();
        Assert.InRange(counting.Effects, 30, 80);
        await DieEverywhere(counting.Effects, SmallWorld.Snapshot(clean.Folder), lake => lake.Summarise.Run(), "computed");
    }

    /// <param name="from">The lake to start from; null for an empty one.</param>
    async Task DieEverywhere(int effects, SortedDictionary<string, string> expected, Func<SmallLake, Task> run, string? from = null)
    {
        var whole = new WholeFiles();
        for (var step = 0; step <= effects; step++)
        {
            var name = $"died-{step}";
            if (from is not null)
            {
                world.Copy(from, name);
            }

            // Just after an effect is just before the next; only the last has an after of its own.
            var died = step < effects ? new FaultPlan(step, after: false) : new FaultPlan(step - 1, after: true);
            await Assert.ThrowsAnyAsync<Exception>(() => run(Lake(name, died)));
            var again = Lake(name, FaultPlan.Never);
            await whole.Check(again.Store);
            await run(again);
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
