namespace Homeward.Submissions.Tests.Rules.Beds;

public class BedRuleTests
{
    [Theory]
    [InlineData("beds:2 CommissionedBeds=-1,AvailBedDays=300", "BED001 beds:2")]
    [InlineData("beds:2 ClosedBedDays=-1", "BED001 beds:2")]
    [InlineData("beds:2 OpenBeds=-3", "BED001 beds:2")]
    [InlineData("beds:2 ClosedBedDays=10,ClosedReason=STF", "")]
    [InlineData("beds:2 ClosedBedDays=11,ClosedReason=STF", "BED002 beds:2")]
    [InlineData("beds:2 CommissionedBeds=", "")]
    [InlineData("beds:2 AvailBedDays=45", "")]
    [InlineData("beds:2 AvailBedDays=44", "BED003 beds:2")]
    public void Rows_GiveTheseFindings(string changes, string findings) => RuleCase.Holds(changes, findings);
}
