namespace Homeward.Submissions.Tests.Rules.Crfd;

public class CrfdRuleTests
{
    [Theory]
    [InlineData("crfd:2 StartDate=2025-08-05", "CRF001 crfd:2")]
    [InlineData("crfd:2 StartDate=2025-08-06", "")]
    [InlineData("crfd:2 StartDate=2025-08-21,EndDate=", "CRF001 crfd:2")]
    [InlineData("crfd:2 EndDate=2025-08-14", "CRF001 crfd:2")]
    [InlineData("crfd:2 EndDate=2025-08-21", "CRF001 crfd:2")]
    [InlineData("crfd:2 HospProvSpellID=S1,StartDate=2025-09-01,EndDate=", "CRF001 crfd:2")]
    [InlineData("crfd:2 HospProvSpellID=S1,EndDate=", "")]
    [InlineData("spells:3 StartDateHospProvSpell=2025-06-01;ward_stays:3 StartDateWardStay=2025-06-01;crfd:2 StartDate=2025-06-15,EndDate=2025-07-31", "CRF001 crfd:2")]
    public void Rows_GiveTheseFindings(string changes, string findings) => RuleCase.Holds(changes, findings);
}
