using System.Security.Cryptography;
using System.Text;
using Homeward.Submissions.Checking;
using Homeward.Submissions.Tests.Samples;

namespace Homeward.Submissions.Tests.Checking;

public class OutcomeTests
{
    static Vodim VodimOf(Sample sample, string table, string field) => sample.Check()[table].Vodim.Single(vodim => vodim.Field == field);

    [Theory]
    [InlineData("GenderIDCode", "1", 2, 0, 0, 0, 0)]
    [InlineData("GenderIDCode", "7", 1, 0, 0, 1, 0)]
    [InlineData("GenderIDCode", "", 1, 0, 0, 0, 1)]
    [InlineData("EthnicCategory", "99", 1, 0, 1, 0, 0)]
    [InlineData("PersonBirthDate", "03/02/1990", 1, 1, 0, 0, 0)]
    [InlineData("PersonBirthDate", "2030-01-01", 1, 0, 0, 1, 0)]
    [InlineData("PersonBirthDate", "x", 1, 0, 0, 1, 0)]
    [InlineData("NHSNumber", "9434765910", 1, 0, 0, 1, 0)]
    [InlineData("Postcode", "ZZ99 3VZ", 1, 0, 1, 0, 0)]
    [InlineData("Postcode", "sg11aa", 1, 1, 0, 0, 0)]
    [InlineData("Postcode", "SG1 9ZZ", 1, 0, 0, 1, 0)]
    [InlineData("HomeICB", "qm7", 1, 1, 0, 0, 0)]
    [InlineData("HomeICB", "QZZ", 1, 0, 0, 1, 0)]
    [InlineData("LocalPatientID", "", 1, 0, 0, 0, 1)]
    public void Vodim_CountsEveryValueOnce(string field, string value, int valid, int other, int byDefault, int invalid, int missing)
    {
        var vodim = VodimOf(Sample.Clean().Set("patients", 2, field, value), "patients", field);

        Assert.Equal(new Vodim(field, valid, other, byDefault, invalid, missing), vodim);
        Assert.Equal(2, vodim.Total);
    }

    [Fact]
    public void Vodim_MappedBedClass_IsOther() =>
        Assert.Equal(new Vodim("MHAdmittedPatientClass", 2, 1, 0, 0, 0), VodimOf(Sample.Clean().Set("ward_stays", 2, "MHAdmittedPatientClass", "10"), "ward_stays", "MHAdmittedPatientClass"));

    [Fact]
    public void Vodim_FieldWantedUnderACondition_IsMissingOnlyWhereTheConditionHolds() =>
        Assert.Equal(new Vodim("MethOfDischMHHospProvSpell", 0, 0, 0, 0, 1), VodimOf(Sample.Clean().Set("spells", 3, "MethOfDischMHHospProvSpell", ""), "spells", "MethOfDischMHHospProvSpell"));

    [Fact]
    public void Vodim_OrphansKey_IsInvalid() =>
        Assert.Equal(new Vodim("WardStayID", 0, 0, 0, 1, 0), VodimOf(Sample.Clean().Set("restrictive", 2, "WardStayID", "W9"), "restrictive", "WardStayID"));

    [Fact]
    public void Accepted_HasEveryFieldAndTheLine()
    {
        var stays = Sample.Clean().Set("ward_stays", 3, "EndDateWardStay", "2025-08-01").Check()["ward_stays"];

        Assert.Equal((3, 1, 2), (stays.Read, stays.Rejected, stays.AcceptedRows));
        Assert.Equal([.. stays.Spec.Fields.Select(field => field.Column), "source_line"], stays.Accepted.Columns.Select(column => column.Name));
        Assert.Equal([2, 4], stays.Accepted.Int32("source_line").Values);
        Assert.Equal(["W1", "W3"], [stays.Accepted.Text("ward_stay_id")[0]!, stays.Accepted.Text("ward_stay_id")[1]!]);
    }

    [Fact]
    public void Accepted_AbsentTable_HasItsColumnsAndNoRows()
    {
        var spend = Sample.Clean().Without("spend").Check()["spend"];

        Assert.False(spend.Present);
        Assert.Equal((0, 14), (spend.Accepted.RowCount, spend.Accepted.Columns.Count));
    }

    [Fact]
    public void Accepted_OdsCodesInSmallLetters_AreKeptInCapitals()
    {
        var referrals = Sample.Clean().Set("referrals", 2, "OrgIDComm", "qm7").Check()["referrals"].Accepted.Text("org_id_comm");

        Assert.Equal(("QM7", "QM7", 1), (referrals[0], referrals[1], referrals.Pool.Count));
    }

    [Fact]
    public void Warned_CountsARowOnceAndOnlyWhereItStands()
    {
        var check = Sample.Clean().Set("patients", 2, "Postcode", "").Set("patients", 2, "GenderIDCode", "7").Set("patients", 3, "GenderIDCode", "7").Set("patients", 3, "PersonBirthDate", "2030-01-01").Check();

        Assert.Equal((1, 1), (check["patients"].Warned, check["patients"].Rejected));
        Assert.Equal(1, check.Findings.Counts["GEN003"]);
    }

    [Theory]
    [InlineData("spells", 2, "StartDateHospProvSpell", "", 1, 31, 0)]
    [InlineData("patients", 2, "PersonBirthDate", "2030-01-01", 1, 31, 0)]
    [InlineData("spells", 3, "ServiceRequestID", "R9", 1, 14, 0)]
    [InlineData("ward_stays", 3, "WardCode", "", 0, 6, 0)]
    [InlineData("ward_stays", 2, "StartDateWardStay", "", 0, 0, 0)]
    [InlineData("oaps", 2, "OATReason", "", 0, 11, 1)]
    [InlineData("beds", 2, "AvailBedDays", "", 0, 0, 0)]
    public void Hidden_IsWhatTheRejectedRowsWouldHaveAdded(string table, int line, string field, string value, int people, int nights, int placements) =>
        Assert.Equal(new Hidden(people, nights, placements), Sample.Clean().Set(table, line, field, value).Check().Hidden);

    [Fact]
    public void Hidden_ActivePlacementOfTheReceiver_IsCounted() => Assert.Equal(
        new Hidden(1, 31, 1),
        Sample.Clean().Set("referrals", 2, "ReasonOAT", "10").Set("spells", 2, "EstimatedDischDateHospProvSpell", "x").Check().Hidden);

    [Fact]
    public void Hidden_PersonWhoseLocalIdWasReplacedInOneTable_CountsOnce() => Assert.Equal(
        1, Sample.Clean().Set("patients", 2, "LocalPatientID", "9434765919").Check().Hidden.People);

    [Fact]
    public void Hidden_PersonUnderTwoLocalIds_CountsOnce()
    {
        var sample = Sample.Clean().Patient("P9", "9434765919", "1990-02-03");
        sample.Referral("R9", "P9", "2025-07-30").Spell("S9", "R9", "2025-08-01").Stay("W9", "S9", "2025-08-01");
        var check = sample.Check();
        Assert.Equal(2, check.Findings.Counts["PAT005"]);
        Assert.Equal(1, check.Hidden.People);
    }

    [Fact]
    public void Hidden_TwoPeopleOfWhomOneHasNoRows_CountAsTwo() => Assert.Equal(
        2, Sample.Clean().Set("patients", 2, "NHSNumber", "1").Set("patients", 3, "NHSNumber", "2").Check().Hidden.People);

    [Fact]
    public void Hidden_CopiesOfOneRow_CountOnce()
    {
        var sample = Sample.Clean();
        sample.Copy("ward_stays", 2);

        Assert.Equal(31, sample.Check().Hidden.Nights);
    }

    [Fact]
    public void Affected_CountsRowsUnderARejectedRowForItsRule()
    {
        var affected = Sample.Clean().Set("patients", 2, "PersonBirthDate", "2030-01-01").Set("crfd", 2, "HospProvSpellID", "S9").Check().Findings.Affected;

        Assert.Equal((6L, 1L), (affected["PAT003"], affected["GEN006"]));
    }

    [Fact]
    public void Affected_RowsThatOneRuleRejectsAtSeveralLevels_CountOnce()
    {
        var affected = Sample.Clean().Set("patients", 2, "PersonBirthDate", "x").Set("referrals", 2, "ReferralRequestReceivedDate", "x").Check().Findings.Affected;

        Assert.Equal(6L, affected["GEN002"]);
    }

    [Fact]
    public void Affected_Warnings_CountsTheirRowsOnce()
    {
        var findings = Sample.Clean().Set("patients", 2, "GenderIDCode", "7").Set("patients", 2, "EthnicCategory", "??").Check().Findings;

        Assert.Equal((2L, 1L), (findings.Counts["GEN003"], findings.Affected["GEN003"]));
    }

    [Fact]
    public void Affected_DatesOfTwoColumnsInOneRow_CountsTheRowOnce()
    {
        var findings = Sample.Clean().Set("spells", 2, "StartDateHospProvSpell", "05/08/2025").Set("spells", 2, "EstimatedDischDateHospProvSpell", "05/09/2025").Check().Findings;

        Assert.Equal((2L, 1L), (findings.Counts["GEN008"], findings.Affected["GEN008"]));
    }

    [Fact]
    public void ContentHash_IsThatOfSha256sum()
    {
        var sample = Sample.Clean();
        var lines = sample.Files().Where(file => file.Name != "submission.csv").OrderBy(file => file.Name, StringComparer.Ordinal).Select(file =>
        {
            using var stream = file.Open();
            return $"{Convert.ToHexStringLower(SHA256.HashData(stream))}  {file.Name}\n";
        });

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines)))), sample.Check().ContentSha256);
    }

    [Fact]
    public void ContentHash_OtherManifestOrStrangeFile_IsTheSame() => Assert.Equal(
        Sample.Clean().Check().ContentSha256,
        Sample.Clean().Set("submission", 2, "PrimSystemInUse", "Other").Raw("readme.txt", "hello").Check().ContentSha256);

    [Fact]
    public void ContentHash_FileBrokenOffInTheMiddle_CoversAllBytes() => Assert.NotEqual(
        Sample.Clean().Raw("beds.csv", "WardCode\n\"x\n").Check().ContentSha256,
        Sample.Clean().Raw("beds.csv", "WardCode\n\"x\ny\n").Check().ContentSha256);

    [Fact]
    public void Verdict_ContentOfTheCurrentSubmission_IsUnchanged()
    {
        var context = Sample.Context() with { CurrentContentSha256 = Sample.Clean().Check().ContentSha256 };

        Assert.Equal(Verdict.Unchanged, Sample.Clean().Set("submission", 2, "PrimSystemInUse", "Other").Check(context).Verdict);
        Assert.Equal(Verdict.Accepted, Sample.Clean().Set("beds", 2, "OpenBeds", "9").Check(context).Verdict);
        Assert.Equal(Verdict.Rejected, Sample.Clean().Set("submission", 2, "OrgIDProvider", "RYK").Check(context).Verdict);
    }

    [Fact]
    public void Findings_AreInOrderOfTableLineAndRule()
    {
        var found = Sample.Clean().Set("spend", 2, "OAPID", "").Set("patients", 3, "GenderIDCode", "7").Set("patients", 3, "Postcode", "").Set("patients", 2, "Postcode", "").Found();

        Assert.Equal(["PAT004 patients:2", "GEN003 patients:3", "PAT004 patients:3", "SPD001 spend:2"], found);
    }

    [Fact]
    public void Finding_SaysWhatWasFoundWhereAndWhatToDo()
    {
        var finding = Assert.Single(Sample.Clean().Set("ward_stays", 4, "StartDateWardStay", "2025-08-14").Check().Findings.Kept);

        Assert.Equal(
            new Finding("WST004", Severity.Warning, "ward_stays", 4, "W3", "StartDateWardStay", "2025-08-14",
                "The stay starts on '2025-08-14', more than a day after the stay before it, W2 on line 3, which ended on 2025-08-12: send the stay in between, or correct the dates."),
            finding);
    }

    [Fact]
    public void Run_QuotedLineBreaks_CountInTheLineNumber()
    {
        var text = Sample.Clean().Text("beds").Replace("OAK,RWR01,,", "OAK,RWR01,\"Oak\nward\",", StringComparison.Ordinal);

        Assert.Equal(["BED001 beds:4"], Sample.Clean().Raw("beds.csv", text + "ELM,RWR01,,200,X,0,,-1,0,\"1\",\n").Found());
    }

    [Theory]
    [InlineData("requests", "ReceivedDateTime", "0001-01-01T00:00:00+14:00")]
    [InlineData("requests", "OutcomeDateTime", "0001-01-01T00:00:00+14:00")]
    [InlineData("submission", "DateTimeCreated", "0001-01-01T00:00:00+14:00")]
    [InlineData("submission", "DateTimeCreated", "9999-12-31T23:59:59-14:00")]
    [InlineData("submission", "ReportingPeriodEndDate", "0001-01-01")]
    [InlineData("submission", "ReportingPeriodEndDate", "9999-12-31")]
    [InlineData("patients", "PersonBirthDate", "0001-01-01")]
    [InlineData("patients", "PersonBirthDate", "9999-12-31")]
    [InlineData("spells", "StartDateHospProvSpell", "0001-01-01")]
    [InlineData("ward_stays", "EndDateWardStay", "9999-12-31")]
    [InlineData("beds", "AvailBedDays", "2147483647")]
    [InlineData("beds", "CommissionedBeds", "-2147483648")]
    public void Run_ValueAtTheEdge_IsJudged(string table, string field, string value)
    {
        var check = Sample.Clean().Set(table, 2, field, value).Check();

        Assert.NotEmpty(Homeward.Submissions.Feedback.FeedbackPack.Write(check, "ref-1", check.Received));
    }

    [Fact]
    public void Run_Progress_TellsTablesAndBytes()
    {
        var told = new List<CheckProgress>();

        SubmissionCheck.Run(new SubmissionIdentity("RWR", Sample.Period, "a"), Sample.Clean().Files(), Sample.Context(), new Told(told.Add));

        Assert.Equal((14, 14), (told[^1].TablesDone, told[^1].TablesInAll));
        Assert.Equal((Sample.Clean().Files().Sum(file => file.Length), told[^1].BytesInAll), (told[^1].BytesRead, told[^1].BytesRead));
        Assert.Equal(told.Select(report => report.BytesRead).Order(), told.Select(report => report.BytesRead));
    }

    sealed class Told(Action<CheckProgress> tell) : IProgress<CheckProgress>
    {
        public void Report(CheckProgress value) => tell(value);
    }

    [Fact]
    public void Run_Cancelled_Stops() => Assert.Throws<OperationCanceledException>(() => SubmissionCheck.Run(
        new SubmissionIdentity("RWR", Sample.Period, "a"), Sample.Clean().Files(), Sample.Context(), null, new CancellationToken(true)));

    [Fact]
    public void Run_NoFilesAtAll_IsRejected() =>
        Assert.Equal(Verdict.Rejected, SubmissionCheck.Run(new SubmissionIdentity("RWR", Sample.Period, "a"), [], Sample.Context()).Verdict);
}
