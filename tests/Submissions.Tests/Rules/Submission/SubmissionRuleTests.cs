using System.Text;
using Homeward.Columns;
using Homeward.Submissions.Checking;
using Homeward.Submissions.Tests.Samples;

namespace Homeward.Submissions.Tests.Rules.Submission;

public class SubmissionRuleTests
{
    [Theory]
    [InlineData("submission+ SpecVersion=1.0,OrgIDProvider=RWR,ReportingPeriodStartDate=2025-08-01,ReportingPeriodEndDate=2025-08-31,DateTimeCreated=2025-09-02T09:00:00Z", "SUB001 submission")]
    [InlineData("submission-2", "SUB001 submission")]
    [InlineData("submission:2 OrgIDProvider=", "GEN001 submission:2; SUB001 submission:2")]
    [InlineData("submission:2 OrgIDProvider=RYK", "SUB002 submission:2")]
    [InlineData("submission:2 OrgIDProvider=rwr", "")]
    [InlineData("submission:2 ReportingPeriodStartDate=2025-08-02", "SUB003 submission:2")]
    [InlineData("submission:2 ReportingPeriodEndDate=2025-08-30", "SUB003 submission:2")]
    [InlineData("submission:2 ReportingPeriodStartDate=2025-07-01,ReportingPeriodEndDate=2025-07-31", "SUB003 submission:2; SUB003 submission:2")]
    [InlineData("submission:2 DateTimeCreated=2025-08-30T22:59:59Z", "SUB004 submission:2")]
    [InlineData("submission:2 DateTimeCreated=2025-08-30T23:00:00Z", "")]
    [InlineData("submission:2 DateTimeCreated=2025-08-31T00:00:00", "")]
    [InlineData("submission:2 DateTimeCreated=2025-09-02T09:15:00Z", "")]
    [InlineData("submission:2 DateTimeCreated=2025-09-02T09:15:01Z", "SUB004 submission:2")]
    [InlineData("submission:2 Tables=patients spends", "SUB005 submission")]
    [InlineData("submission:2 Tables=patients spend", "")]
    public void Manifest_GivesTheseFindings(string changes, string findings) => RuleCase.Holds(changes, findings);

    [Theory]
    [InlineData("submission", "SUB001 submission")]
    [InlineData("patients", "SUB005 patients")]
    [InlineData("beds", "SUB005 beds")]
    [InlineData("oaps", "REV001 reviews:2; SPD001 spend:2")]
    [InlineData("requests", "GEN006 offers:2")]
    [InlineData("restrictive", "")]
    public void AbsentTable_GivesTheseFindings(string table, string findings) =>
        Assert.Equal(findings, string.Join("; ", Sample.Clean().Without(table).Found()));

    [Fact]
    public void TableNamedByTheManifest_Absent_IsFound() =>
        Assert.Equal(["SUB005 restrictive"], Sample.Clean().Set("submission", 2, "Tables", "restrictive").Without("restrictive").Found());

    [Theory]
    [InlineData("HospProvSpellID,ServiceRequestID\nS1,R1\nS2,R2\n", "SUB005 spells:1")]
    [InlineData("", "SUB005 spells:1")]
    public void FileWithoutAMandatoryColumn_IsFound(string file, string finding) =>
        Assert.Contains(finding, Sample.Clean().Raw("spells.csv", file).Found());

    /// <summary>Kept out of the test cases' arguments: the runner would write five megabytes into a test's name.</summary>
    static readonly Dictionary<string, byte[]> Unreadable = new()
    {
        ["Windows-1252"] = [.. "WardCode,SiteIDOfWard,MHAdmittedPatientClass,AvailBedDays,ClosedBedDays\nOAK"u8, 0xE9, .. ",RWR01,200,300,0\n"u8],
        ["UTF-16"] = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("WardCode\nOAK\n")],
        ["ragged"] = "WardCode,SiteIDOfWard,MHAdmittedPatientClass,AvailBedDays,ClosedBedDays\nOAK,RWR01,200,300\n"u8.ToArray(),
        ["unclosed quote"] = "WardCode,SiteIDOfWard,MHAdmittedPatientClass,AvailBedDays,ClosedBedDays\n\"OAK,RWR01,200,300,0\n"u8.ToArray(),
        ["header twice"] = "WardCode,WardCode,SiteIDOfWard,MHAdmittedPatientClass,AvailBedDays,ClosedBedDays\nOAK,OAK,RWR01,200,300,0\n"u8.ToArray(),
        ["300 columns"] = Encoding.ASCII.GetBytes(string.Join(',', Enumerable.Range(0, 300).Select(i => $"C{i}")) + "\n"),
        ["5 MB field"] = Encoding.ASCII.GetBytes("WardCode,SiteIDOfWard,MHAdmittedPatientClass,AvailBedDays,ClosedBedDays\n" + new string('x', 5_000_000) + ",RWR01,200,300,0\n"),
    };

    [Theory]
    [InlineData("Windows-1252")]
    [InlineData("UTF-16")]
    [InlineData("ragged")]
    [InlineData("unclosed quote")]
    [InlineData("header twice")]
    [InlineData("300 columns")]
    [InlineData("5 MB field")]
    public void FileThatCannotBeRead_IsOneFindingAndTheRestIsStillChecked(string what)
    {
        var check = Sample.Clean().Raw("beds.csv", Unreadable[what]).Set("community", 2, "TeamCode", "").Check();

        Assert.Equal(Verdict.Rejected, check.Verdict);
        Assert.Equal(1, check.Findings.Counts["SUB006"]);
        Assert.Equal(["GEN001 community:2"], Sample.Found(check).Where(finding => !finding.Contains(" beds", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(11, 54, true)]
    [InlineData(11, 55, false)]
    [InlineData(10, 20, false)]
    public void RejectedRows_AboveBothLimits_RejectTheSubmission(int rejected, int rows, bool found)
    {
        var sample = Sample.Clean();
        for (var row = 1; row < rows; row++)
        {
            sample.Add("beds", $"WardCode=B{row},SiteIDOfWard=RWR01,MHAdmittedPatientClass=200,AvailBedDays={(row <= rejected ? "-1" : "9")},ClosedBedDays=0");
        }

        var check = sample.Check();

        Assert.Equal((rejected, rows), (check["beds"].Rejected, check["beds"].Read));
        Assert.Equal(found, check.Findings.Counts.ContainsKey("SUB007"));
        Assert.Equal(found ? Verdict.Rejected : Verdict.Accepted, check.Verdict);
    }

    [Theory]
    [InlineData(34, 50, true)]
    [InlineData(35, 50, false)]
    [InlineData(10, 0, false)]
    [InlineData(11, 0, true)]
    [InlineData(13, 3, false)]
    public void RowCount_FarFromLastMonth_Warns(int rows, int lastMonth, bool found)
    {
        var sample = Sample.Clean().Empty("restrictive");
        for (var row = 0; row < rows; row++)
        {
            sample.Add("restrictive", $"IncidentID=I{row},WardStayID=W1,IncidentDate=2025-08-10,TypeCode=01");
        }

        var context = Sample.Context() with { RowsLastMonth = new Dictionary<string, int> { ["restrictive"] = lastMonth } };

        Assert.Equal(found ? ["SUB008 restrictive"] : [], sample.Found(context));
    }

    /// <summary>How many rows there are is not known: that the file cannot be read is said already.</summary>
    [Fact]
    public void RowCount_OfWhatCannotBeRead_DoesNotWarn()
    {
        var context = Sample.Context() with { RowsLastMonth = new Dictionary<string, int> { ["restrictive"] = 50, ["spend"] = 50 } };

        Assert.DoesNotContain("SUB008 restrictive", Sample.Clean().Raw("restrictive.csv", "IncidentID,WardStayID\nI1\n").Found(context));
        Assert.DoesNotContain(
            Sample.Clean().Found(context with { PackageFault = new("upload.zip", "It is no zip.") }), found => found.StartsWith("SUB008", StringComparison.Ordinal));
    }

    [Fact]
    public void MandatoryTableWithoutRows_Warns() =>
        Assert.Equal(["SUB009 beds", "WST006 ward_stays:2", "WST006 ward_stays:3", "WST006 ward_stays:4"], Sample.Clean().Empty("beds").Found().Order(StringComparer.Ordinal));

    [Fact]
    public void LateFile_Warns() =>
        Assert.Equal(["SUB010 "], Sample.Clean().Found(Sample.Context() with { LateFiles = ["crfd.csv"] }));

    [Theory]
    [InlineData("wardstay.csv", "ward_stays.csv")]
    [InlineData("Patients.csv", "patients.csv")]
    [InlineData("spells.CSV", "spells.csv")]
    [InlineData("oap.xlsx", "oaps.csv")]
    public void StrangeFile_WarnsWithTheNearestName(string file, string nearest)
    {
        var check = Sample.Clean().Raw(file, "A\n1\n").Check();

        var finding = Assert.Single(check.Findings.Kept);
        Assert.Equal("SUB011", finding.Rule);
        Assert.Contains($"nearest name is {nearest}", finding.Message, StringComparison.Ordinal);
        Assert.Equal(Verdict.Accepted, check.Verdict);
    }

    [Theory]
    [InlineData("2025-08", true)]
    [InlineData("2025-07", false)]
    public void ClosedMonth_IsRejected(string closedThrough, bool found)
    {
        var context = Sample.Context(SampleReference.Load($$"""{"closedThrough":"{{closedThrough}}"}"""));

        Assert.Equal(found ? ["SUB003 submission"] : [], Sample.Clean().Found(context));
    }

    [Fact]
    public void UnknownColumn_WarnsOnce() =>
        Assert.Equal(["GEN009 beds:1"], Sample.Clean().Raw("beds.csv", Sample.Clean().Text("beds").Replace("OpenBeds", "FreeBeds", StringComparison.Ordinal)).Found());

    [Fact]
    public void DaylightSaving_MidnightIsLondons()
    {
        var check = SubmissionCheck.Run(
            new SubmissionIdentity("RWR", new Month(2025, 1), "a"),
            Sample.Clean().Set("submission", 2, "DateTimeCreated", "2025-01-31T00:00:00Z").Set("submission", 2, "ReportingPeriodStartDate", "2025-01-01").Set("submission", 2, "ReportingPeriodEndDate", "2025-01-31").Files(),
            Sample.Context());

        Assert.DoesNotContain("SUB004", check.Findings.Counts.Keys);
    }
}
