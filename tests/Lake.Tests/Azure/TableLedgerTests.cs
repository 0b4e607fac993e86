using Homeward.Columns;
using Homeward.Lake.Azure;
using Homeward.Lake.Ledger;
using Homeward.Lake.Tests.Contract;

namespace Homeward.Lake.Tests.Azure;

[Collection(AzuriteTests.Name)]
public sealed class TableLedgerTests(AzuriteFixture azurite) : LedgerContract, IAsyncLifetime
{
    TableLedger ledger = null!;

    protected override ILedger Ledger => ledger;

    public async Task InitializeAsync() => ledger = await azurite.Ledger();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Submissions_MoreThanAPage_ComeAllInOrder()
    {
        var received = new DateTimeOffset(2025, 9, 4, 0, 0, 0, TimeSpan.Zero);
        await Parallel.ForEachAsync(Enumerable.Range(0, 1010), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, cancel) =>
            await ledger.Add(new SubmissionRow($"R{i % 7:00}", new Month(2025, 8), $"u{i:0000}", LedgerState.Received, received), cancel));
        var ids = (await ledger.Submissions().ToListAsync()).Select(row => row.Row.Id).ToList();
        Assert.Equal(1010, ids.Count);
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public async Task Submission_Read_IsDatedByTheStorage()
    {
        var added = await ledger.Add(new RunRow(new Month(2025, 8), "one"));
        var read = await ledger.Run(new Month(2025, 8));
        Assert.InRange((read!.ReadAt - added!.ReadAt).TotalSeconds, 0, 30);
        Assert.True(read.ReadAt > DateTimeOffset.UnixEpoch.AddYears(50));
    }

    [Fact]
    public async Task Submission_HostileNames_StayTheirOwnRows()
    {
        Assert.Null(await ledger.Submission("R'R", new Month(2025, 8), "a' or '1' eq '1"));
        Assert.Empty(await ledger.Submissions("x' or PartitionKey ne 'x", new Month(2025, 8)).ToListAsync());
    }
}
