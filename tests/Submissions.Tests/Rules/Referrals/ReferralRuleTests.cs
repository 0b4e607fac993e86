namespace Homeward.Submissions.Tests.Rules.Referrals;

public class ReferralRuleTests
{
    [Theory]
    [InlineData("referrals:2 ReferralRequestReceivedDate=2025-08-31", "")]
    [InlineData("referrals:2 ReferralRequestReceivedDate=2025-09-01", "REF001 referrals:2; ^R1")]
    [InlineData("referrals:2 ServDischDate=2025-08-01", "")]
    [InlineData("referrals:2 ServDischDate=2025-07-31", "REF002 referrals:2; ^R1")]
    [InlineData("referrals:3 ServDischDate=2025-08-04", "REF002 referrals:3; GEN006 spells:3; ^S2")]
    [InlineData("referrals:2 ServDischDate=2025-08-31", "")]
    [InlineData("referrals:2 ServDischDate=2025-09-01", "REF003 referrals:2; ^R1")]
    [InlineData("referrals:2 ReasonOAT=10", "")]
    [InlineData("referrals:2 ReasonOAT=10,OrgIDReferringOrg=", "REF004 referrals:2")]
    [InlineData("referrals:2 OrgIDReferringOrg=", "")]
    [InlineData("referrals+ ServiceRequestID=R3,LocalPatientID=P1,OrgIDComm=QM7,ReferralRequestReceivedDate=2025-08-01,OrgIDReferringOrg=RYK,ReasonOAT=10", "REF005 referrals:4")]
    [InlineData("referrals:2 ReasonOAT=10;spells:2 StartDateHospProvSpell=", "GEN001 spells:2; ^S1")]
    public void Rows_GiveTheseFindings(string changes, string findings) => RuleCase.Holds(changes, findings);
}
