namespace Homeward.Submissions.Tests.Rules.Restrictive;

public class RestrictiveRuleTests
{
    [Theory]
    [InlineData("restrictive:2 IncidentDate=2025-07-31", "RES001 restrictive:2")]
    [InlineData("restrictive:2 IncidentDate=2025-09-01", "RES001 restrictive:2")]
    [InlineData("restrictive:2 WardStayID=W2,IncidentDate=2025-08-13", "RES001 restrictive:2")]
    [InlineData("restrictive:2 WardStayID=W2,IncidentDate=2025-08-12", "")]
    [InlineData("restrictive:2 WardStayID=W2,IncidentDate=2025-08-05", "RES001 restrictive:2")]
    public void Rows_GiveTheseFindings(string changes, string findings) => RuleCase.Holds(changes, findings);
}
