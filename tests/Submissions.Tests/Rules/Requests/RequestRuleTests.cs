namespace Homeward.Submissions.Tests.Rules.Requests;

public class RequestRuleTests
{
    [Theory]
    [InlineData("requests:2 OutcomeDateTime=2025-08-05T09:59:59Z", "REQ001 requests:2; GEN006 offers:2")]
    [InlineData("requests:2 OutcomeDateTime=2025-08-05T11:00:00", "")]
    [InlineData("requests:2 OutcomeDateTime=2025-08-05T10:59:00", "REQ001 requests:2; GEN006 offers:2")]
    [InlineData("requests:2 OutcomeDateTime=", "")]
    [InlineData("offers:2 AnswerDateTime=2025-08-05T10:29:00Z", "REQ001 offers:2")]
    [InlineData("offers:2 AnswerDateTime=,Answer=NOA", "")]
    public void Rows_GiveTheseFindings(string changes, string findings) => RuleCase.Holds(changes, findings);
}
