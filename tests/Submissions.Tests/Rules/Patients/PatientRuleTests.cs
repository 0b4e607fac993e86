namespace Homeward.Submissions.Tests.Rules.Patients;

public class PatientRuleTests
{
    [Theory]
    [InlineData("patients:2 NHSNumber=9434765910", "PAT001 patients:2; ^P1")]
    [InlineData("patients:2 NHSNumber=9999999999", "PAT001 patients:2; ^P1")]
    [InlineData("patients:2 NHSNumber=943476591", "PAT001 patients:2; ^P1")]
    [InlineData("patients:2 NHSNumber=943 476 5919", "PAT001 patients:2; ^P1")]
    [InlineData("patients:2 NHSNumber=,NHSNumberStatus=07", "")]
    [InlineData("patients:2 NHSNumber=", "PAT002 patients:2")]
    [InlineData("patients:2 NHSNumber=,NHSNumberStatus=", "PAT002 patients:2")]
    [InlineData("patients:2 NHSNumberStatus=07", "PAT002 patients:2")]
    [InlineData("patients:2 PersonBirthDate=2025-08-31", "WST007 ward_stays:2")]
    [InlineData("patients:2 PersonBirthDate=2025-09-01", "PAT003 patients:2; ^P1")]
    [InlineData("patients:2 PersonBirthDate=1894-09-01", "")]
    [InlineData("patients:2 PersonBirthDate=1894-08-31", "PAT003 patients:2; ^P1")]
    [InlineData("patients:2 PersonBirthDate=", "")]
    [InlineData("patients:2 Postcode=", "PAT004 patients:2")]
    [InlineData("patients:2 Postcode=SG1 9ZZ", "PAT004 patients:2")]
    [InlineData("patients:2 Postcode=unknown", "PAT004 patients:2")]
    [InlineData("patients:2 Postcode=sg11aa", "")]
    [InlineData("patients:3 NHSNumber=9434765919", "PAT005 patients:2; PAT005 patients:3; ^P1; ^P2")]
    [InlineData("patients:2 NHSNumber=9999999999;patients:3 NHSNumber=9999999999", "PAT001 patients:2; PAT001 patients:3; ^P1; ^P2")]
    [InlineData("patients:3 NHSNumber=9434765919,LocalPatientID=P1", "GEN005 patients:2; GEN005 patients:3; ^P1; ^P2")]
    [InlineData("patients:2 LocalPatientID=9434765919", "PAT006 patients:2; SUB012 patients; ^P1")]
    [InlineData("patients:2 LocalPatientID=943 476 5919", "PAT006 patients:2; SUB012 patients; ^P1")]
    [InlineData("patients:2 Postcode=AL3 5TL", "PAT007 patients:2")]
    [InlineData("patients:2 Postcode=al35tl", "PAT007 patients:2")]
    public void Rows_GiveTheseFindings(string changes, string findings) => RuleCase.Holds(changes, findings);
}
