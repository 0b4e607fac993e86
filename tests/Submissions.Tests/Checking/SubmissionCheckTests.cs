using Homeward.Submissions.Checking;
using Homeward.Submissions.Tests.Samples;

namespace Homeward.Submissions.Tests.Checking;

public class SubmissionCheckTests
{
    [Fact]
    public void Run_CleanSubmission_FindsNothingAndAccepts()
    {
        var check = Sample.Clean().Check();

        Assert.Empty(Sample.Found(check));
        Assert.Equal(Verdict.Accepted, check.Verdict);
        Assert.All(check.Tables, table => Assert.Equal((table.Read, 0, 0), (table.AcceptedRows, table.Rejected, table.Warned)));
        Assert.Equal(new Hidden(0, 0, 0), check.Hidden);
    }

    [Fact]
    public void Run_RejectedPatient_RejectsEverythingBelowOnceAndNamesTheRoot()
    {
        var check = Sample.Clean().Set("patients", 3, "LocalPatientID", "").Check();

        Assert.Equal(
            [
                "GEN001 patients:3", "GEN006 referrals:3", "GEN006 spells:3", "GEN006 ward_stays:3", "GEN006 ward_stays:4",
                "GEN006 oaps:2", "GEN006 reviews:2", "GEN006 requests:2", "GEN006 offers:2", "GEN006 crfd:2",
            ],
            Sample.Found(check));
        Assert.All(check.Findings.Kept.Skip(1), finding => Assert.Contains("LocalPatientID P2 is not in patients.csv", finding.Message, StringComparison.Ordinal));
    }
}
