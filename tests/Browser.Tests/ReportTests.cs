namespace Homeward.Browser.Tests;

public sealed class ReportTests(ReportPages pages) : IClassFixture<ReportPages>
{
    public static TheoryData<int> Reports => [0, 1, 2];

    [Theory]
    [MemberData(nameof(Reports))]
    public void Report_AtEveryWidth_HasNoSeriousAccessibilityFault(int report) => Assert.All(pages.Visits[report].Widths, visit =>
    {
        Assert.DoesNotContain(visit.Violations, violation => violation.StartsWith("serious", StringComparison.Ordinal) || violation.StartsWith("critical", StringComparison.Ordinal));
        Assert.True(visit.RulesPassed > 15, $"Only {visit.RulesPassed} rules had something to judge.");
    });

    [Theory]
    [MemberData(nameof(Reports))]
    public void Report_OnATelephone_NeedsNoScrollingSideways(int report) =>
        Assert.All(pages.Visits[report].Widths, visit => Assert.InRange(visit.PageWidth, 1, visit.Width));

    [Theory]
    [MemberData(nameof(Reports))]
    public void Report_Opened_FetchesNothing(int report) =>
        Assert.All(pages.Visits[report].Widths, visit => Assert.Empty(visit.Fetched));

    [Theory]
    [MemberData(nameof(Reports))]
    public void Report_ByKeyboard_ReachesEverythingAndShowsWhere(int report)
    {
        var visit = pages.Visits[report].Keyboard;
        Assert.Equal(visit.Expected, visit.Reached);
        Assert.True(visit.FocusShown);
        Assert.True(visit.Opened);
    }

    [Fact]
    public void Report_WithoutScripts_OpensWithItsVerdict()
    {
        Assert.Equal(["Accepted", "Accepted", "Rejected"], pages.Visits.Select(visit => Verdict(visit.WithoutScripts.Heading)));
        Assert.All(pages.Visits, visit => Assert.True(visit.WithoutScripts.Tables > 0));
    }

    [Fact]
    public void Report_OnPaper_Prints() => Assert.All(pages.Visits, visit => Assert.True(visit.Paper.Bytes > 5_000));

    static string Verdict(string heading) => heading.Split(' ', ',', ':')[0].Trim();
}
