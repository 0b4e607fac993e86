namespace Homeward.Submissions.Tests.Rules.Oaps;

public class OapRuleTests
{
    [Theory]
    [InlineData("oaps:2 StartDateOAP=2025-09-01", "OAP001 oaps:2")]
    [InlineData("oaps:2 StartDateOAP=2025-08-31", "")]
    [InlineData("oaps:2 EndDateOAP=2025-08-20,EndReason=REP", "OAP001 oaps:2")]
    [InlineData("oaps:2 StartDateOAP=2025-07-01,EndDateOAP=2025-07-31,EndReason=REP", "OAP001 oaps:2")]
    [InlineData("oaps:2 EndDateOAP=2025-09-01,EndReason=REP", "OAP001 oaps:2")]
    [InlineData("oaps:2 EndDateOAP=2025-08-31,EndReason=REP", "")]
    [InlineData("oaps:2 OrgIDSending=RYK", "OAP006 oaps:2")]
    [InlineData("oaps:2 OrgIDSending=RYK01", "OAP006 oaps:2")]
    [InlineData("oaps:2 OrgIDSending=RWR02", "")]
    [InlineData("oaps:2 OrgIDSending=rwr", "")]
    [InlineData("oaps:2 OrgIDSending=R!", "GEN002 oaps:2")]
    public void Rows_GiveTheseFindings(string changes, string findings) => RuleCase.Holds(changes, findings);
}
