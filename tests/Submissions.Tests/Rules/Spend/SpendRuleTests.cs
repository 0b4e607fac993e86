namespace Homeward.Submissions.Tests.Rules.Spend;

public class SpendRuleTests
{
    [Theory]
    [InlineData("spend:2 OAPID=", "SPD001 spend:2")]
    [InlineData("spend:2 OAPID=O9", "SPD001 spend:2")]
    [InlineData("spend:2 OAPID=,Category=SPOT", "SPD001 spend:2")]
    [InlineData("spend:2 OAPID=,Category=EPC", "SPD001 spend:2")]
    [InlineData("spend:2 OAPID=,Category=BLOCK", "")]
    [InlineData("spend:2 OAPID=,HospProvSpellID=A1", "")]
    [InlineData("spend:2 OAPID=,OrgIDPayee=RWR,HospProvSpellID=S9", "SPD001 spend:2")]
    [InlineData("spend:2 OAPID=,OrgIDPayee=RWR,HospProvSpellID=S1", "")]
    [InlineData("spend:2 OAPID=,OrgIDSpell=RWR,HospProvSpellID=S9", "SPD001 spend:2")]
    [InlineData("spend:2 PeriodMonth=2025-07", "SPD002 spend:2")]
    public void Rows_GiveTheseFindings(string changes, string findings) => RuleCase.Holds(changes, findings);
}
