using Homeward.Submissions.Tests.Samples;

namespace Homeward.Submissions.Tests.Rules.WardStays;

public class WardStayRuleTests
{
    [Theory]
    [InlineData("ward_stays:2 StartDateWardStay=2025-07-31", "WST001 ward_stays:2; GEN006 restrictive:2")]
    [InlineData("ward_stays:2 StartDateWardStay=2025-09-01", "WST001 ward_stays:2; GEN006 restrictive:2")]
    [InlineData("ward_stays:4 StartDateWardStay=2025-08-21,EndDateWardStay=", "WST001 ward_stays:4")]
    [InlineData("ward_stays:3 EndDateWardStay=2025-08-05", "WST002 ward_stays:3")]
    [InlineData("ward_stays:4 EndDateWardStay=2025-08-21", "WST002 ward_stays:4")]
    [InlineData("ward_stays:2 EndDateWardStay=2025-09-01", "WST002 ward_stays:2; GEN006 restrictive:2")]
    [InlineData("spells:2 StartDateHospProvSpell=2025-07-01;ward_stays:2 StartDateWardStay=2025-07-01,EndDateWardStay=2025-07-31", "WST002 ward_stays:2; GEN006 restrictive:2")]
    [InlineData("spells:2 StartDateHospProvSpell=2025-07-01;ward_stays:2 StartDateWardStay=2025-07-01,EndDateWardStay=2025-08-01", "RES001 restrictive:2")]
    [InlineData("ward_stays:4 StartDateWardStay=2025-08-11", "WST003 ward_stays:4")]
    [InlineData("ward_stays:3 EndDateWardStay=", "WST003 ward_stays:4")]
    [InlineData("ward_stays:3 StartDateWardStay=2025-08-12,EndDateWardStay=2025-08-20;ward_stays:4 StartDateWardStay=2025-08-06,EndDateWardStay=2025-08-13", "WST003 ward_stays:3")]
    [InlineData("ward_stays:4 StartDateWardStay=2025-08-13", "")]
    [InlineData("ward_stays:4 StartDateWardStay=2025-08-14", "WST004 ward_stays:4")]
    [InlineData("ward_stays+ WardStayID=W4,HospProvSpellID=S2,WardCode=OAK,SiteIDOfWard=RWR01,StartDateWardStay=2025-08-07,EndDateWardStay=2025-08-08,MHAdmittedPatientClass=200", "WST003 ward_stays:5")]
    [InlineData("ward_stays:2 MHAdmittedPatientClass=10", "WST005 ward_stays:2")]
    [InlineData("beds:2 MHAdmittedPatientClass=10", "WST005 beds:2")]
    [InlineData("ward_stays:2 MHAdmittedPatientClass=999", "GEN003 ward_stays:2")]
    [InlineData("ward_stays:2 WardCode=ELM", "WST006 ward_stays:2")]
    [InlineData("ward_stays:2 MHAdmittedPatientClass=301", "WST007 ward_stays:2")]
    [InlineData("patients:2 PersonBirthDate=2007-08-01", "")]
    [InlineData("patients:2 PersonBirthDate=2007-08-02", "WST007 ward_stays:2")]
    [InlineData("patients:2 PersonBirthDate=2007-08-02;ward_stays:2 MHAdmittedPatientClass=301", "")]
    [InlineData("ward_stays:3 LeaveDays=6", "")]
    [InlineData("ward_stays:3 LeaveDays=7", "WST008 ward_stays:3")]
    [InlineData("ward_stays:2 LeaveDays=31", "")]
    [InlineData("ward_stays:2 LeaveDays=32", "WST008 ward_stays:2")]
    public void Rows_GiveTheseFindings(string changes, string findings) => RuleCase.Holds(changes, findings);

    [Theory]
    [InlineData("ELM", "ELM")]
    [InlineData("9434765919", "9999999999")]
    [InlineData("Elm 29/11/1973", "Elm 99/99/9999")]
    public void Wst006_Value_IsTheWardThatItsMessageNames(string ward, string shown)
    {
        var finding = Assert.Single(Sample.Clean().Set("ward_stays", 2, "WardCode", ward).Check().Findings.Kept, finding => finding.Rule == "WST006");
        Assert.Equal(shown, finding.Value);
        Assert.StartsWith($"WardCode '{shown}' is not in beds.csv", finding.Message, StringComparison.Ordinal);
    }
}
