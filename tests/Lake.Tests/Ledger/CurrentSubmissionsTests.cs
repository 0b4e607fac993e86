using Homeward.Columns;
using Homeward.Lake.Ledger;

namespace Homeward.Lake.Tests.Ledger;

public sealed class CurrentSubmissionsTests
{
    static readonly Month August = new(2025, 8);
    static readonly DateTimeOffset Noon = new(2025, 9, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_SeveralPublished_TakesTheOneReceivedLast() =>
        Assert.Equal("a", Current(Row("a", Noon.AddHours(1)), Row("b", Noon))!.Upload);

    [Fact]
    public void Of_ReceivedAtTheSameMoment_TakesTheGreaterName() =>
        Assert.Equal("b", Current(Row("b", Noon), Row("a", Noon), Row("B", Noon))!.Upload);

    [Fact]
    public void Of_LaterOnesNotPublished_LeavesTheEarlierOne() => Assert.Equal("a", Current(
        Row("a", Noon),
        Row("b", Noon.AddHours(1)) with { State = LedgerState.Rejected },
        Row("c", Noon.AddHours(2)) with { State = LedgerState.Unchanged },
        Row("d", Noon.AddHours(3)) with { State = LedgerState.Accepted },
        Row("e", Noon.AddHours(4)) with { State = LedgerState.Parked })!.Upload);

    [Fact]
    public void Of_ContentReceivedAgainAfterAnother_LeavesItCurrent()
    {
        var first = Row("a", Noon) with { ContentSha256 = "1" };
        var between = Row("b", Noon.AddHours(1)) with { ContentSha256 = "2" };
        var again = Row("c", Noon.AddHours(2)) with { State = LedgerState.Unchanged, ContentSha256 = "1" };
        var other = Row("d", Noon.AddHours(2)) with { State = LedgerState.Unchanged, ContentSha256 = "3" };

        Assert.Equal("a", Current(first, again, between)!.Upload);
        Assert.Equal("a", Current(between, other, again, first)!.Upload);
        Assert.Equal("b", Current(between, other, first)!.Upload);
        Assert.Equal("e", Current(first, again, between, Row("e", Noon.AddHours(3)) with { ContentSha256 = "4" })!.Upload);
        Assert.Equal("f", Current(first, again, between, Row("f", Noon.AddMinutes(1)) with { ContentSha256 = "1" })!.Upload);
    }

    [Fact]
    public void Of_SeveralProvidersAndMonths_TakesOneEach() =>
        Assert.Equal(["RT1-2025-08-a", "RWR-2025-07-a", "RWR-2025-08-a"], CurrentSubmissions.Of(
            [Row("a", Noon), Row("a", Noon) with { Period = August - 1 }, Row("a", Noon) with { Provider = "RT1" }]).Select(row => row.Id));

    static SubmissionRow? Current(params SubmissionRow[] rows) => CurrentSubmissions.Of(rows).SingleOrDefault();

    static SubmissionRow Row(string upload, DateTimeOffset received) => new("RWR", August, upload, LedgerState.Published, received);
}
