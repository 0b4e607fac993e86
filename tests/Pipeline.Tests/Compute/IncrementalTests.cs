using Homeward.Columns;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Compute;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.Pipeline.Tests.Compute;

/// <summary>A submission computes only the periods that it touches, and the lake ends as if everything had been computed at once.</summary>
public sealed class IncrementalTests : IDisposable
{
    static readonly Month First = new(2024, 11);

    readonly SmallWorld world = new(manySmallFiles: true);

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task RunAll_NewSubmission_ComputesTwoMonthsBeforeToElevenAfterAndNothingElse()
    {
        var month = new Month(2025, 1);
        Upload("RWR", month - 7, "first", 3).WriteTo(world.Landing);
        Upload("RWR", month + 14, "first", 3).WriteTo(world.Landing);
        var lake = new SmallLake(world);
        await lake.RunAll();
        var before = SmallWorld.Snapshot(world.At("lake", "marts", "kpi"));

        Upload("RYK", month, "first", 4).WriteTo(world.Landing);
        var report = await lake.RunAll();

        var touched = Enumerable.Range(-2, 14).Select(i => month + i).ToList();
        Assert.Equal(touched, report.Computed.Where(result => result.Computed).Select(result => result.Period));
        Assert.Equal(22, report.Computed.Count);
        var after = SmallWorld.Snapshot(world.At("lake", "marts", "kpi"));
        Assert.Equal(
            touched.Select(period => $"period={period}/data.parquet"),
            after.Where(file => file.Key.EndsWith(".parquet", StringComparison.Ordinal) && file.Value != before[file.Key]).Select(file => file.Key));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Run_InAnyOrderOfArrival_EndsAsAFullRebuild(int seed)
    {
        world.Reference(("collaboratives.csv", $"collaborative,name,baseline_from,baseline_to\nOUR,Our Collaborative,{First},{First}\n"));
        var random = new Random(seed);
        var uploads = Region(random).ToArray();
        random.Shuffle(uploads);
        var lake = new SmallLake(world);
        foreach (var upload in uploads)
        {
            var row = (await lake.Take(upload)).Row;
            await Update(lake, row.Period);
        }

        // What came before the first or after the last accepted month widens the periods; the sweep finds those.
        var rows = await Rows(lake);
        foreach (var period in Periods.Behind(rows, await lake.Ledger.Runs().Select(found => found.Row).ToListAsync(), lake.Reference))
        {
            Assert.DoesNotContain(period, Periods.TouchedBy(uploads[^1].Period, rows, lake.Reference));
            await lake.Compute.Run(period);
        }

        await lake.Summarise.Run();
        var full = new SmallLake(world, "full");
        await full.RunAll();
        SmallWorld.AssertSame(Outcome(full), Outcome(lake));
        Assert.True(Outcome(full).Count > 100);
    }

    [Fact]
    public async Task Run_AfterReferenceDataChanged_EndsAsAFullRebuild()
    {
        var judgedOnly = new SmallLake(world, "full");
        foreach (var upload in Region(new Random(4)))
        {
            await judgedOnly.Take(upload);
        }

        var before = new SmallLake(world);
        await before.RunAll();
        var old = Outcome(before);

        world.Reference(("collaboratives.csv", $"collaborative,name,baseline_from,baseline_to\nOUR,Renamed Collaborative,{First},{First + 1}\n"));
        var lake = new SmallLake(world);
        var runs = await lake.Ledger.Runs().Select(found => found.Row).ToListAsync();
        var behind = Periods.Behind(await Rows(lake), runs, lake.Reference).ToList();
        Assert.Equal(runs.Count, behind.Count);
        foreach (var period in behind)
        {
            await lake.Compute.Run(period);
        }

        await lake.Summarise.Run();
        var full = new SmallLake(world, "full");
        await full.RunAll();

        // The summary that the old reference data gave is kept for a while; nothing points to it.
        var expected = Outcome(full);
        var now = Outcome(lake)
            .Where(file => !file.Key.StartsWith("restricted/_runs/summary/", StringComparison.Ordinal) || expected.ContainsKey(file.Key) || !old.ContainsKey(file.Key))
            .ToDictionary();
        SmallWorld.AssertSame(expected, now);
        Assert.NotEqual(old["marts/dim_collaborative.parquet"], now["marts/dim_collaborative.parquet"]);
    }

    /// <summary>What the function app does after each submission.</summary>
    static async Task Update(SmallLake lake, Month submission)
    {
        foreach (var period in Periods.TouchedBy(submission, await Rows(lake), lake.Reference))
        {
            await lake.Compute.Run(period);
        }
    }

    /// <summary>Everything that does not tell in which order the uploads came: a provider's answer compares with what was there then.</summary>
    static Dictionary<string, string> Outcome(SmallLake lake)
    {
        var runs = lake.Ledger.Runs().ToBlockingEnumerable().Select(found => $"restricted/_runs/{found.Row.Period}/{found.Row.RunId}/").ToList();
        return SmallWorld.Snapshot(lake.Folder)
            .Where(file => !file.Key.StartsWith("ledger/submissions/", StringComparison.Ordinal))
            .Where(file => !file.Key.StartsWith("feedback/", StringComparison.Ordinal) || file.Key.EndsWith("/region.csv", StringComparison.Ordinal))
            .Where(file => !file.Key.StartsWith("restricted/_runs/2", StringComparison.Ordinal) || runs.Exists(run => file.Key.StartsWith(run, StringComparison.Ordinal)))
            .ToDictionary();
    }

    /// <summary>Two trusts over fourteen months with gaps; resubmissions, also with fewer people, and rejections.</summary>
    static IEnumerable<SmallUpload> Region(Random random)
    {
        foreach (var (provider, months) in (IEnumerable<(string, int[])>)[("RWR", [0, 1, 6, 12]), ("RYK", [0, 5, 13])])
        {
            var people = 3;
            foreach (var month in months)
            {
                foreach (var again in Enumerable.Range(0, 1 + random.Next(2)))
                {
                    yield return Upload(provider, First + month, $"upload-{again}", people += 1 + random.Next(3), random.Next(3), again);
                }
            }

            yield return Upload(provider, First + months[^1], "refused", 9).Without("beds.csv");
        }
    }

    static SmallUpload Upload(string provider, Month month, string name, int people, int placed = 0, int days = 0) =>
        new(provider, month, name, (month + 1).FirstDay.AddDays(8 + days).ToDateTime(TimeOnly.MinValue), people, placed);

    static async Task<List<SubmissionRow>> Rows(SmallLake lake) => await lake.Ledger.Submissions().Select(found => found.Row).ToListAsync();
}
