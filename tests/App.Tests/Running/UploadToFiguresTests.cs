using System.Net;
using Homeward.App.Deployments;
using Homeward.Columns;
using Homeward.Lake;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.App.Tests.Running;

/// <summary>The whole system: files land, answers and figures appear.</summary>
[Collection(AzuriteTests.Name)]
public sealed class UploadToFiguresTests(AzuriteFixture azurite) : IDisposable
{
    static readonly Month August = new(2025, 8);
    static readonly DateTime Monday = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    readonly SmallWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Manifest_Lands_AnswerAndFiguresAppear()
    {
        await using var app = (await RunningApp.Start(azurite.Account(), world)).WithTriggers();
        await app.Land(new SmallUpload("RWR", August, "first", Monday));
        await RunningApp.Until(() => app.HasFigures(August), "the figures of August are there");

        var row = (await app.Deployment.Ledger.Submission("RWR", August, "first"))!.Row;
        Assert.Equal(LedgerState.Published, row.State);
        Assert.NotNull(await app.Deployment.Store.Get(LakePath.Parse("feedback/RWR/2025-08/first/report.html")));
        Assert.NotNull(await app.Deployment.Store.Get(LakePaths.Curated("ward_stays", "RWR", August)));
        var health = await app.Json("/api/health");
        Assert.Equal("healthy", health.GetProperty("status").GetString());
        Assert.Empty(health.GetProperty("periodsBehind").EnumerateArray());
    }

    [Fact]
    public async Task Manifest_NamesATableThatComesLater_IsJudgedWithIt()
    {
        await using var app = await RunningApp.Start(azurite.Account(), world);
        var whole = new SmallUpload("RWR", August, "first", Monday);
        var announced = new SmallUpload("RWR", August, "first", Monday)
            .Change("submission.csv", "DateTimeCreated\n", "DateTimeCreated,Tables\n")
            .Change("submission.csv", "Z\n", "Z,patients referrals spells ward_stays beds\n");
        await app.Land(new SmallUpload("RWR", August, "first", Monday).With("submission.csv", announced.Files["submission.csv"]).Without("beds.csv"));
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await app.Landed(whole)).StatusCode);
        }

        Assert.Equal(1, (await app.Deployment.Queues[Queues.Landing].GetPropertiesAsync()).Value.ApproximateMessagesCount);
        Assert.Equal(LedgerState.Received, (await app.Deployment.Ledger.Submission("RWR", August, "first"))!.Row.State);

        await app.Land(new SmallUpload("RWR", August, "first", Monday).With("submission.csv", announced.Files["submission.csv"]));
        Assert.Equal(HttpStatusCode.OK, (await app.Landed(whole)).StatusCode);
        Assert.Equal(LedgerState.Published, (await app.Deployment.Ledger.Submission("RWR", August, "first"))!.Row.State);
    }

    [Fact]
    public async Task Event_OfANameThatIsNoUploads_IsRefusedAndNotTriedAgain()
    {
        await using var app = await RunningApp.Start(azurite.Account(), world);
        using var answer = await app.Invoke("IngestSubmission", new { manifest = "" }, new { provider = "..", period = "2025-08", upload = "first" });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("refused", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await app.Deployment.Ledger.Submissions().ToListAsync());
    }

    [Fact]
    public async Task Sweep_EventsWereLost_DoesWhatTheyWouldHaveDone()
    {
        await using var app = await RunningApp.Start(azurite.Account(), world);
        await app.Land(new SmallUpload("RWR", August, "first", Monday));
        await app.Land(new SmallUpload("RYK", August, "first", Monday));
        using var answer = await app.Invoke("SweepLanding");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(await app.HasFigures(August));
        Assert.Equal(2, await app.Deployment.Ledger.Submissions().CountAsync(found => found.Row.State == LedgerState.Published));
    }

    [Fact]
    public async Task CloseMonth_WhereNobodySentTheMonth_SaysWhoWasExpected()
    {
        await using var app = await RunningApp.Start(azurite.Account(), world, clock: new StoppedClock(new(2025, 10, 22, 3, 30, 0, TimeSpan.Zero)));
        await app.Land(new SmallUpload("RWR", August, "first", Monday));
        await app.Invoke("SweepLanding");
        var said = await (await app.Invoke("CloseMonth")).Content.ReadAsStringAsync();
        Assert.Contains("2025-09: nothing accepted from RWR RYK", said, StringComparison.Ordinal);
        Assert.DoesNotContain("2025-09: closed", said, StringComparison.Ordinal);
        Assert.Contains(app.Log.All, line => line.Contains("nothing accepted for 2025-09 from RWR RYK", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CloseMonth_AfterTheCutOff_PutsMartsOnRecordOnce()
    {
        await using var app = await RunningApp.Start(azurite.Account(), world);
        await app.Land(new SmallUpload("RWR", August, "first", Monday));
        await app.Invoke("SweepLanding");
        var first = await (await app.Invoke("CloseMonth")).Content.ReadAsStringAsync();
        Assert.Contains("2025-08: closed", first, StringComparison.Ordinal);
        Assert.Contains("nothing accepted from RYK", first, StringComparison.Ordinal);
        var closed = LakePath.Parse("marts/closed/period=2025-08/kpi/data.parquet");
        var asClosed = (await app.Deployment.Store.Get(closed))!;
        Assert.Equal((await app.Deployment.Store.Get(LakePaths.Kpi(Zone.Marts, August)))!.Bytes, asClosed.Bytes);

        await app.Land(new SmallUpload("RWR", August, "late", Monday, people: 9));
        await app.Invoke("SweepLanding");
        Assert.DoesNotContain("closed", await (await app.Invoke("CloseMonth")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(asClosed.ETag, (await app.Deployment.Store.Get(closed))!.ETag);
        Assert.NotEqual(asClosed.Bytes, (await app.Deployment.Store.Get(LakePaths.Kpi(Zone.Marts, August)))!.Bytes);
        Assert.True(await app.Deployment.Store.List(LakeFolder.Of(Zone.Restricted, "_ledger")).AnyAsync(entry => entry.Path!.Value.FileName == "submissions.json"));
    }

    sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
