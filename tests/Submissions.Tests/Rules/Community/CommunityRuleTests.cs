namespace Homeward.Submissions.Tests.Rules.Community;

public class CommunityRuleTests
{
    [Theory]
    [InlineData("community:2 StartDate=2025-09-01", "COM001 community:2")]
    [InlineData("community:2 EndDate=2025-07-31,StartDate=2025-07-01", "COM001 community:2")]
    [InlineData("community:2 EndDate=2025-09-01", "COM001 community:2")]
    [InlineData("community:2 StartDate=2025-08-09,EndDate=2025-08-08", "COM001 community:2")]
    [InlineData("community:2 StartDate=2025-08-08,EndDate=2025-08-08", "")]
    public void Rows_GiveTheseFindings(string changes, string findings) => RuleCase.Holds(changes, findings);
}
