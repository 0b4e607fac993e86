using Homeward.Columns;
using Homeward.Lake.Folder;
using Homeward.Lake.Ledger;
using Homeward.Lake.Tests.Contract;

namespace Homeward.Lake.Tests.Folder;

public sealed class FolderLedgerTests : LedgerContract, IDisposable
{
    readonly TemporaryFolder folder = new();

    public FolderLedgerTests() => Ledger = new FolderLedger(folder.Path);

    protected override ILedger Ledger { get; }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("..", "first")]
    [InlineData("RWR", "../../x")]
    [InlineData("RWR", "")]
    public async Task Submission_HostileName_IsRefused(string provider, string upload) =>
        await Assert.ThrowsAsync<FormatException>(() => Ledger.Submission(provider, new Month(2025, 8), upload));

    [Fact]
    public async Task Submission_DamagedRow_SaysWhichFileAndWhatToDo()
    {
        var row = new SubmissionRow("RWR", new Month(2025, 8), "first", LedgerState.Received, DateTimeOffset.UnixEpoch);
        await Ledger.Add(row);
        var file = folder.At("ledger", "submissions", "RWR", "2025-08", "first.json");
        await File.WriteAllTextAsync(file, "{");
        var e = await Assert.ThrowsAsync<InvalidDataException>(() => Ledger.Submission("RWR", row.Period, "first"));
        Assert.Contains("first.json", e.Message, StringComparison.Ordinal);
    }
}
