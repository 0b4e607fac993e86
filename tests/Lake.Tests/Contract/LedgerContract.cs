using Homeward.Columns;
using Homeward.Lake.Ledger;

namespace Homeward.Lake.Tests.Contract;

/// <summary>What every <see cref="ILedger"/> promises. A test class per implementation derives from it.</summary>
public abstract class LedgerContract
{
    static readonly Month August = new(2025, 8);
    static readonly DateTimeOffset Received = new(2025, 9, 4, 10, 30, 0, 123, TimeSpan.Zero);

    protected abstract ILedger Ledger { get; }

    [Fact]
    public async Task Submission_Unknown_IsNull() => Assert.Null(await Ledger.Submission("RWR", August, "first"));

    [Fact]
    public async Task Add_FullRow_ComesBackAsItWas()
    {
        var row = New() with
        {
            State = LedgerState.Published,
            ContentSha256 = new string('a', 64),
            KeyId = "k1",
            SpecVersion = "1.0",
            ReferenceVersion = new string('b', 64),
            Rules = new Dictionary<string, long> { ["GEN001"] = 2, ["SUB008"] = 5_000_000_000 },
            Files = new Dictionary<string, JudgedFile> { ["patients.csv"] = new(3_000_000_000, new string('a', 64)) },
            Tables = new Dictionary<string, TableCounts> { ["patients"] = new(10, 8, 2, 1), ["spells"] = new(5, 5, 0, 0) },
            Lease = new Lease("worker", Received.AddMinutes(10)),
            Failures = 2,
            Problem = "storage was away",
        };
        var added = await Ledger.Add(row);
        var read = await Ledger.Submission("RWR", August, "first");
        Assert.Equal(row, read!.Row with { Tables = row.Tables, Rules = row.Rules, Files = row.Files });
        Assert.Equal(row.Tables.ToArray(), read.Row.Tables.ToArray());
        Assert.Equal(row.Rules!.ToArray(), read.Row.Rules!.ToArray());
        Assert.Equal(row.Files!.ToArray(), read.Row.Files!.ToArray());
        Assert.Equal(added!.ETag, read.ETag);
    }

    [Fact]
    public async Task Add_ExistingRow_IsRefused()
    {
        await Ledger.Add(New());
        Assert.Null(await Ledger.Add(New() with { State = LedgerState.Parked }));
        Assert.Equal(LedgerState.Received, (await Ledger.Submission("RWR", August, "first"))!.Row.State);
    }

    [Fact]
    public async Task Replace_VersionThatWasRead_Replaces()
    {
        var added = (await Ledger.Add(New()))!;
        var replaced = await Ledger.Replace(added.Row with { State = LedgerState.Validating }, added.ETag);
        var read = await Ledger.Submission("RWR", August, "first");
        Assert.Equal(LedgerState.Validating, read!.Row.State);
        Assert.Equal(replaced!.ETag, read.ETag);
    }

    [Fact]
    public async Task Replace_OlderVersion_IsRefused()
    {
        var added = (await Ledger.Add(New()))!;
        await Ledger.Replace(added.Row with { State = LedgerState.Validating }, added.ETag);
        Assert.Null(await Ledger.Replace(added.Row with { State = LedgerState.Parked }, added.ETag));
        Assert.Equal(LedgerState.Validating, (await Ledger.Submission("RWR", August, "first"))!.Row.State);
    }

    [Fact]
    public async Task Replace_UnknownRow_IsRefused()
    {
        var added = (await Ledger.Add(New()))!;
        Assert.Null(await Ledger.Replace(New() with { Upload = "other" }, added.ETag));
    }

    [Fact]
    public async Task Replace_ManyWorkersAtOnce_OneWins()
    {
        var added = (await Ledger.Add(New()))!;
        var claims = Enumerable.Range(0, 8).Select(i => Task.Run(() =>
            Ledger.Replace(added.Row with { Lease = new Lease($"{i}", Received) }, added.ETag)));
        var winner = Assert.Single(await Task.WhenAll(claims), claim => claim is not null);
        Assert.Equal(winner!.Row.Lease, (await Ledger.Submission("RWR", August, "first"))!.Row.Lease);
    }

    [Fact]
    public async Task Submissions_All_ComeInOrder()
    {
        await Ledger.Add(New() with { Period = August - 1 });
        foreach (var (provider, upload) in new[] { ("RWR", "b"), ("RWR", "a"), ("RT1", "z") })
        {
            await Ledger.Add(New() with { Provider = provider, Upload = upload });
        }

        Assert.Equal(
            ["RT1-2025-08-z", "RWR-2025-07-first", "RWR-2025-08-a", "RWR-2025-08-b"],
            (await Ledger.Submissions().ToListAsync()).Select(s => s.Row.Id));
        Assert.Equal(["RWR-2025-08-a", "RWR-2025-08-b"], (await Ledger.Submissions("RWR", August).ToListAsync()).Select(s => s.Row.Id));
        Assert.Empty(await Ledger.Submissions("RWR", August + 1).ToListAsync());
    }

    [Fact]
    public async Task Submissions_ListedAgainAfterAChange_ShowTheChange()
    {
        var added = (await Ledger.Add(New()))!;
        Assert.Equal(LedgerState.Received, (await Ledger.Submissions().SingleAsync()).Row.State);
        var replaced = await Ledger.Replace(added.Row with { State = LedgerState.Accepted }, added.ETag);
        var listed = await Ledger.Submissions().SingleAsync();
        Assert.Equal((LedgerState.Accepted, replaced!.ETag), (listed.Row.State, listed.ETag));
    }

    [Fact]
    public async Task Run_AddedReplacedAndListed()
    {
        Assert.Null(await Ledger.Run(August));
        var added = (await Ledger.Add(new RunRow(August, "one")))!;
        Assert.Null(await Ledger.Add(new RunRow(August, "two")));
        var failed = new RunRow(August, null) { FailedRun = "three", Failures = 2, Problem = "IOException, 2 times" };
        var found = (await Ledger.Replace(failed, added.ETag))!;
        Assert.Equal(failed, (await Ledger.Run(August))!.Row);
        Assert.NotNull(await Ledger.Replace(new RunRow(August, "three"), found.ETag));
        Assert.Null(await Ledger.Replace(new RunRow(August, "four"), added.ETag));
        Assert.Equal("three", (await Ledger.Run(August))!.Row.RunId);
        await Ledger.Add(new RunRow(August - 1, "zero"));
        Assert.Equal(["zero", "three"], (await Ledger.Runs().ToListAsync()).Select(run => run.Row.RunId));
    }

    static SubmissionRow New() => new("RWR", August, "first", LedgerState.Received, Received);
}
