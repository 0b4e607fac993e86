namespace Homeward.Submissions.Tests.Rules.Keys;

public class KeyRuleTests
{
    [Theory]
    [InlineData("beds+ WardCode=OAK,SiteIDOfWard=RWR01,MHAdmittedPatientClass=200,AvailBedDays=300,ClosedBedDays=0", "GEN005 beds:2; GEN005 beds:3")]
    [InlineData("ward_stays:4 WardStayID=W1", "GEN005 ward_stays:2; GEN005 ward_stays:4; GEN006 restrictive:2")]
    [InlineData("spells:3 HospProvSpellID=S1", "GEN005 spells:2; GEN005 spells:3; ^S1; ^S2")]
    [InlineData("patients:3 LocalPatientID=P1", "GEN005 patients:2; GEN005 patients:3; ^P1; ^P2")]
    [InlineData("spells:2 ServiceRequestID=R9", "GEN006 spells:2; ^S1")]
    [InlineData("restrictive:2 WardStayID=W9", "GEN006 restrictive:2")]
    [InlineData("restrictive:2 WardStayID=w1", "GEN006 restrictive:2")]
    [InlineData("requests-2", "GEN006 offers:2")]
    [InlineData("patients-2", "^P1")]
    [InlineData("ward_stays:2 WardCode=,HospProvSpellID=S9", "GEN001 ward_stays:2; GEN006 ward_stays:2; GEN006 restrictive:2; SPL003 spells:2")]
    public void Rows_GiveTheseFindings(string changes, string findings) => RuleCase.Holds(changes, findings);
}
