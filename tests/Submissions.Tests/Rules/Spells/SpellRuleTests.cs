namespace Homeward.Submissions.Tests.Rules.Spells;

public class SpellRuleTests
{
    [Theory]
    [InlineData("spells:2 StartDateHospProvSpell=2025-09-01", "SPL001 spells:2; ^S1")]
    [InlineData("spells:2 StartDateHospProvSpell=2025-08-31;ward_stays:2 StartDateWardStay=2025-08-31;restrictive:2 IncidentDate=2025-08-31", "")]
    [InlineData("spells:3 DischDateHospProvSpell=2025-08-05", "SPL002 spells:3; ^S2")]
    [InlineData("spells:2 StartDateHospProvSpell=2025-06-01,DischDateHospProvSpell=2025-07-31", "SPL002 spells:2; ^S1")]
    [InlineData("spells:3 DischDateHospProvSpell=2025-09-01", "SPL002 spells:3; ^S2")]
    [InlineData("spells:3 DischDateHospProvSpell=2025-08-31", "")]
    [InlineData("spells+ HospProvSpellID=S3,ServiceRequestID=R2,StartDateHospProvSpell=2025-08-21", "SPL003 spells:4")]
    [InlineData("ward_stays:2 WardCode=", "GEN001 ward_stays:2; GEN006 restrictive:2")]
    [InlineData("spells+ HospProvSpellID=S3,ServiceRequestID=R1,StartDateHospProvSpell=2025-08-21", "SPL003 spells:4; SPL004 spells:4")]
    [InlineData("spells+ HospProvSpellID=S3,ServiceRequestID=R1,StartDateHospProvSpell=2025-07-21", "SPL003 spells:4; SPL004 spells:2")]
    [InlineData("spells:3 MethOfDischMHHospProvSpell=", "SPL005 spells:3")]
    [InlineData("spells:3 DestOfDischHospProvSpell=", "SPL005 spells:3")]
    [InlineData("spells:3 MethOfDischMHHospProvSpell=,DestOfDischHospProvSpell=", "SPL005 spells:3")]
    public void Rows_GiveTheseFindings(string changes, string findings) => RuleCase.Holds(changes, findings);
}
