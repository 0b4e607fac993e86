using System.Globalization;
using System.Net;
using Homeward.App.Deployments;
using Homeward.App.Tests.Running;
using Homeward.Columns;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.Faults;

/// <summary>Uploads that lie in an account's landing, and what a clean run makes of them: one worker, each event once, in order.</summary>
public sealed class CleanRun : IAsyncLifetime, IDisposable
{
    readonly AzuriteFixture azurite = new();
    readonly SmallWorld world = new();
    SortedDictionary<string, string> expected = [];
    SortedDictionary<string, string> expectedWithoutTimes = [];

    public static Month August { get; } = new(2025, 8);

    public static Month July { get; } = new(2025, 7);

    public static IReadOnlyList<Month> Months { get; } = [August, July];

    public string Account { get; private set; } = "";

    internal static DateTime Monday { get; } = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    /// <summary>Resubmissions, one of them the same again; another provider; another month; a broken one.</summary>
    internal static IReadOnlyList<SmallUpload> Uploads { get; } =
    [
        new("RWR", August, "first", Monday, people: 3, placed: 1),
        new("RWR", August, "second", Monday.AddDays(1), people: 5, placed: 2),
        new("RWR", August, "same-again", Monday.AddDays(1), people: 5, placed: 2),
        new("RYK", August, "first", Monday, people: 2),
        new SmallUpload("RYK", August, "broken", Monday, people: 2).Without("beds.csv"),
        new("RYK", July, "july", Monday, people: 2),
    ];

    internal Lake.Azure.Azurite Emulator => azurite.Azurite;

    public async Task InitializeAsync()
    {
        await azurite.InitializeAsync();
        Account = azurite.Account();
        await using var app = await Start();
        foreach (var upload in Uploads)
        {
            await app.Land(upload);

            // The storage tells the time in seconds; uploads that follow each other are told apart by it.
            await Task.Delay(1100);
        }

        foreach (var upload in Uploads)
        {
            await Ok(app.Landed(upload));
        }

        foreach (var month in Months)
        {
            await Ok(Compute(app, month));
        }

        await Ok(app.Invoke("Summarise"));
        expected = await LakeSnapshot.Of(app.Deployment, maskTimes: false);
        expectedWithoutTimes = await LakeSnapshot.Of(app.Deployment, maskTimes: true);
        var states = await app.Deployment.Ledger.Submissions().Select(found => found.Row.State).ToListAsync();
        Assert.Equal(4, states.Count(state => state == LedgerState.Published));
        Assert.Contains(LedgerState.Unchanged, states);
        Assert.Contains(LedgerState.Rejected, states);
        Assert.InRange(expected.Count, 100, 1000);
    }

    public Task DisposeAsync() => azurite.DisposeAsync();

    public void Dispose() => world.Dispose();

    /// <summary>Leaves only what was uploaded: the next run starts from nothing.</summary>
    public async Task Wipe()
    {
        await using var app = await Start();
        await LakeSnapshot.Wipe(app.Deployment, app.Storage);
    }

    internal Task<RunningApp> Start(Func<Deployment, Deployment>? change = null, TimeProvider? clock = null) =>
        RunningApp.Start(Account, world, change, clock: clock);

    /// <summary>Curated, marts, feedback and ledger are the clean run's, byte for byte.</summary>
    /// <param name="maskTimes">Except for when a judgement was finished.</param>
    internal async Task AssertSame(Deployment deployment, bool maskTimes = false)
    {
        var found = await LakeSnapshot.Of(deployment, maskTimes);
        SmallWorld.AssertSame(maskTimes ? expectedWithoutTimes : expected, found);
    }

    internal string ReferenceFolder => world.ReferenceFolder;

    /// <summary>Waits until every submission is judged, no period is behind and every queue is empty.</summary>
    internal static Task Quiet(RunningApp app) => RunningApp.Until(
        async () =>
        {
            var health = await app.Json("/api/health");
            return health.TryGetProperty("submissions", out var states)
                && states.EnumerateObject().Where(state => state.Name is "published" or "rejected" or "unchanged").Sum(state => state.Value.GetInt32()) == Uploads.Count
                && health.GetProperty("periodsBehind").GetArrayLength() == 0
                && health.GetProperty("queues").EnumerateObject().All(queue => queue.Value.GetInt32() == 0);
        },
        "every submission is judged, no period is behind and every queue is empty");

    internal static Task<HttpResponseMessage> Compute(RunningApp app, Month month) => app.Invoke(
        "ComputePeriod", new { work = string.Create(CultureInfo.InvariantCulture, $"{{\"period\":\"{month}\",\"since\":\"2025-01-01T00:00:00Z\"}}") });

    internal static async Task Ok(Task<HttpResponseMessage> answer)
    {
        using var got = await answer;
        Assert.True(got.StatusCode == HttpStatusCode.OK, await got.Content.ReadAsStringAsync());
    }
}

[CollectionDefinition(Name)]
public sealed class CleanRunTests : ICollectionFixture<CleanRun>
{
    public const string Name = "Clean run";
}
