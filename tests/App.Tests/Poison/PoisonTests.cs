using System.Net;
using System.Text.Json;
using Homeward.App.Deployments;
using Homeward.App.Tests.Running;
using Homeward.App.Tests.Submit;
using Homeward.Columns;
using Homeward.Lake;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Ingest;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.App.Tests.Poison;

/// <summary>What fails five times is put aside, seen, and put back by an operator; everything else goes on.</summary>
[Collection(AzuriteTests.Name)]
public sealed class PoisonTests(AzuriteFixture azurite) : IDisposable
{
    static readonly Month August = new(2025, 8);
    static readonly DateTime Monday = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    readonly SmallWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Ingest_FailsFiveTimes_IsParkedSeenAndPutBack()
    {
        var broken = new SwitchedStore("curated/_versions/RWR/");
        await using var app = (await RunningApp.Start(azurite.Account(), world, broken.Into)).WithTriggers();
        await app.Land(new SmallUpload("RWR", August, "first", Monday));
        await app.Land(new SmallUpload("RYK", August, "first", Monday));
        await RunningApp.Until(async () => (await State(app, "RWR"))?.State == LedgerState.Parked, "RWR's submission is parked");
        await RunningApp.Until(async () => (await State(app, "RYK"))?.State == LedgerState.Published, "RYK's submission is published");

        var parked = (await State(app, "RWR"))!;
        Assert.Equal("IOException, 5 times", parked.Problem);
        using var health = await app.Ask(HttpMethod.Get, "/api/health");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        Assert.Contains("\"parked\":[{\"id\":\"RWR-2025-08-first\"", await health.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("RWR-2025-08-first is parked", await (await app.Invoke("SweepLanding")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(LedgerState.Parked, (await State(app, "RWR"))!.State);

        broken.IsBroken = false;
        using var refused = await app.Ask(HttpMethod.Post, "/api/requeue", People.Trust);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var requeued = await app.Ask(HttpMethod.Post, "/api/requeue");
        Assert.Contains("RWR-2025-08-first", await requeued.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await RunningApp.Until(async () => (await State(app, "RWR"))?.State == LedgerState.Published, "RWR's submission is published");
        await RunningApp.Until(async () => (await app.Ask(HttpMethod.Get, "/api/health")).StatusCode == HttpStatusCode.OK, "health is good again");
    }

    [Fact]
    public async Task Compute_FailsFiveTimes_IsPutAsideAndNotTriedForEver()
    {
        var broken = new SwitchedStore("restricted/_runs/");
        await using var app = (await RunningApp.Start(azurite.Account(), world, broken.Into)).WithTriggers();
        await app.Land(new SmallUpload("RWR", August, "first", Monday));
        var poison = app.Deployment.Queues[Queues.Compute + Queues.PoisonSuffix];
        await RunningApp.Until(async () => (await poison.PeekMessagesAsync(1)).Value.Length == 1, "the message is put aside");
        var failures = broken.Failures;
        Assert.Contains("2025-08: put aside after five failures", await (await app.Invoke("SweepLanding")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(failures, broken.Failures);
        var health = await app.Json("/api/health");
        Assert.Equal("attention", health.GetProperty("status").GetString());
        var parked = Assert.Single(health.GetProperty("parkedPeriods").EnumerateArray());
        Assert.Equal(("2025-08", "IOException, 5 times"), (parked.GetProperty("period").GetString(), parked.GetProperty("problem").GetString()));
        Assert.Equal(5, (await app.Deployment.Ledger.Run(August))!.Row.Failures);

        broken.IsBroken = false;
        Assert.Equal((0, "Tried again: 2025-08\n"), await SubmitCommandTests.Homeward(RunningApp.Key, "requeue", "--to", app.Http.BaseAddress!.AbsoluteUri));
        await RunningApp.Until(() => app.HasFigures(August), "the figures of August are there");
        await RunningApp.Until(async () => (await app.Ask(HttpMethod.Get, "/api/health")).StatusCode == HttpStatusCode.OK, "health is good again");
        Assert.Equal(0, (await app.Deployment.Ledger.Run(August))!.Row.Failures);
    }

    [Fact]
    public async Task Sweep_OnePeriodCannotBeComputed_TheOthersAreAndItIsParkedAfterFive()
    {
        var broken = new SwitchedStore("restricted/_runs/2025-08/");
        await using var app = await RunningApp.Start(azurite.Account(), world, broken.Into);
        await app.Land(new SmallUpload("RWR", August - 1, "july", Monday));
        await app.Land(new SmallUpload("RWR", August, "first", Monday));
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            using var sweep = await app.Invoke("SweepLanding");
            Assert.Contains($"2025-08 cannot be computed: IOException, {attempt} times", await sweep.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.True(await app.HasFigures(August - 1));
        }

        var failures = broken.Failures;
        Assert.Contains("2025-08: put aside", await (await app.Invoke("SweepLanding")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(failures, broken.Failures);

        // Another submission is another attempt, without anybody's help.
        broken.IsBroken = false;
        await app.Land(new SmallUpload("RYK", August, "first", Monday));
        await app.Invoke("SweepLanding");
        Assert.True(await app.HasFigures(August));
        Assert.Equal("healthy", (await app.Json("/api/health")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Requeue_SeveralMessagesForOneProviderAndPeriod_SendsOneOfEach()
    {
        await using var app = await RunningApp.Start(azurite.Account(), world);
        var (queues, ledger) = (app.Deployment.Queues, app.Deployment.Ledger);
        await ledger.Add(new SubmissionRow("RWR", August, "first", LedgerState.Parked, Monday) { Failures = 5 });
        await ledger.Add(new SubmissionRow("RWR", August, "second", LedgerState.Parked, Monday) { Failures = 5 });
        await queues[Queues.BlobPoison].SendMessageAsync("{\"FunctionId\":\"IngestSubmission\",\"BlobName\":\"RWR/2025-08/first/submission.csv\",\"ContainerName\":\"landing\"}");
        await ledger.Add(new RunRow(August, null) { FailedRun = "run", Failures = 5 });
        await queues[Queues.Compute + Queues.PoisonSuffix].SendMessageAsync("{\"period\":\"2025-08\",\"since\":\"2025-09-08T09:00:00Z\"}");
        await queues[Queues.Compute + Queues.PoisonSuffix].SendMessageAsync("{\"period\":\"not a month\"}");

        using var requeued = await app.Ask(HttpMethod.Post, "/api/requeue");
        Assert.Contains("\"messages\":3", await requeued.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Single((await queues[Queues.Landing].PeekMessagesAsync(9)).Value);
        Assert.Equal(["2025-08", "not a month"], (await queues[Queues.Compute].PeekMessagesAsync(9)).Value.Select(message => JsonDocument.Parse(message.MessageText).RootElement.GetProperty("period").GetString()));
        foreach (var name in Queues.All.Where(name => name.EndsWith("poison", StringComparison.Ordinal)))
        {
            Assert.Empty((await queues[name].PeekMessagesAsync(1)).Value);
        }
    }

    [Fact]
    public async Task Requeue_MessagesThatNobodyCanRead_SaysWhatBecameOfThem()
    {
        await using var app = await RunningApp.Start(azurite.Account(), world);
        var queues = app.Deployment.Queues;
        await queues[Queues.BlobPoison].SendMessageAsync("{\"FunctionId\":\"IngestSubmission\",\"BlobName\":\"RWR/notes.txt\",\"ContainerName\":\"landing\"}");
        await queues[Queues.BlobPoison].SendMessageAsync("no JSON");
        await queues[Queues.Compute + Queues.PoisonSuffix].SendMessageAsync("{\"period\":\"not a month\"}");
        await queues[Queues.Landing + Queues.PoisonSuffix].SendMessageAsync("no JSON");
        await queues[Queues.Summarise + Queues.PoisonSuffix].SendMessageAsync("{\"since\":\"2025-09-08T09:00:00Z\"}");
        var (exit, said) = await SubmitCommandTests.Homeward(RunningApp.Key, "requeue", "--to", app.Http.BaseAddress!.AbsoluteUri);
        Assert.Equal(0, exit);
        Assert.Equal(
            """
            Messages tried again: 1
            Messages that name no upload and no month: 2. They went back as they are, to be refused or put aside again; the app's log says which.
            Messages about files that are no upload's submission.csv: 2. They were removed: there is nothing that could be tried again.

            """,
            said);
        Assert.Single((await queues[Queues.Summarise].PeekMessagesAsync(9)).Value);
        Assert.Equal((0, "Nothing was put aside.\n"), await SubmitCommandTests.Homeward(RunningApp.Key, "requeue", "--to", app.Http.BaseAddress!.AbsoluteUri));
    }

    [Fact]
    public async Task Manifest_IsALargeDataFileByMistake_IsRejectedAtOnceAndNothingIsPutAside()
    {
        await using var app = (await RunningApp.Start(azurite.Account(), world)).WithTriggers();
        var rows = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"W{i:000000},S{i:000000},WARD1,RWR01\n"));
        var upload = new SmallUpload("RWR", August, "first", Monday).With("submission.csv", "WardStayID,HospProvSpellID,WardCode,SiteIDOfWard\n" + rows);
        Assert.InRange(rows.Length, 2 << 20, 8 << 20);
        await app.Land(upload);
        await RunningApp.Until(async () => (await State(app, "RWR"))?.State == LedgerState.Rejected, "it is rejected");
        Assert.Equal("healthy", (await app.Json("/api/health")).GetProperty("status").GetString());

        // As the Functions host sends it: with its text.
        using var whole = await app.Invoke("IngestSubmission", new { manifest = rows }, new { provider = "RWR", period = "2025-08", upload = "first" });
        Assert.Equal(HttpStatusCode.OK, whole.StatusCode);
    }

    [Fact]
    public async Task Queue_MessageThatIsNoWork_IsPutAsideAfterFiveAttempts()
    {
        await using var app = (await RunningApp.Start(azurite.Account(), world)).WithTriggers();
        await app.Deployment.Queues[Queues.Compute].SendMessageAsync("{\"period\":\"not a month\"}");
        var poison = app.Deployment.Queues[Queues.Compute + Queues.PoisonSuffix];
        await RunningApp.Until(async () => (await poison.PeekMessagesAsync(1)).Value.Length == 1, "the message is put aside");
        Assert.Equal("{\"period\":\"not a month\"}", (await poison.PeekMessagesAsync(1)).Value[0].MessageText);
    }

    static async Task<SubmissionRow?> State(RunningApp app, string provider) => (await app.Deployment.Ledger.Submission(provider, August, "first"))?.Row;
}

/// <summary>A store that refuses to write below a path until it is mended.</summary>
sealed class SwitchedStore(string below)
{
    public bool IsBroken { get; set; } = true;

    public int Failures { get; private set; }

    public Deployment Into(Deployment deployment) =>
        new(new Store(this, deployment.Store), deployment.Ledger, deployment.Queues, deployment.Keys, deployment.Clock, new IngestOptions("test"));

    void Check(LakePath path)
    {
        if (IsBroken && path.ToString().StartsWith(below, StringComparison.Ordinal))
        {
            Failures++;
            throw new IOException("the storage is away");
        }
    }

    sealed class Store(SwitchedStore owner, ILakeStore inner) : ILakeStore
    {
        public Task<LakeFile?> Get(LakePath path, CancellationToken cancel = default) => inner.Get(path, cancel);

        public Stream Open(LakePath path, ETag version) => inner.Open(path, version);

        public Task<ETag> Put(LakePath path, ReadOnlyMemory<byte> bytes, CancellationToken cancel = default)
        {
            owner.Check(path);
            return inner.Put(path, bytes, cancel);
        }

        public Task<ETag?> PutIfAbsent(LakePath path, ReadOnlyMemory<byte> bytes, CancellationToken cancel = default)
        {
            owner.Check(path);
            return inner.PutIfAbsent(path, bytes, cancel);
        }

        public Task<ETag?> PutIfMatch(LakePath path, ReadOnlyMemory<byte> bytes, ETag version, CancellationToken cancel = default)
        {
            owner.Check(path);
            return inner.PutIfMatch(path, bytes, version, cancel);
        }

        public Task<bool> Delete(LakePath path, CancellationToken cancel = default) => inner.Delete(path, cancel);

        public IAsyncEnumerable<LakeEntry> List(LakeFolder folder, CancellationToken cancel = default) => inner.List(folder, cancel);
    }
}
