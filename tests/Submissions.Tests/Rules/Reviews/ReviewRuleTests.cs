namespace Homeward.Submissions.Tests.Rules.Reviews;

public class ReviewRuleTests
{
    [Theory]
    [InlineData("reviews:2 OAPID=", "REV001 reviews:2")]
    [InlineData("reviews:2 OAPID=O9", "REV001 reviews:2")]
    [InlineData("reviews:2 OAPID=,HospProvSpellID=S9", "REV001 reviews:2")]
    [InlineData("reviews:2 OAPID=,HospProvSpellID=S2", "")]
    [InlineData("reviews:2 OAPID=,HospProvSpellID=S2,OrgIDSpell=RWR", "")]
    [InlineData("reviews:2 OAPID=,HospProvSpellID=X77,OrgIDSpell=RYK", "")]
    [InlineData("reviews:2 ReviewDate=2025-08-31", "")]
    [InlineData("reviews:2 ReviewDate=2025-09-01", "REV002 reviews:2")]
    public void Rows_GiveTheseFindings(string changes, string findings) => RuleCase.Holds(changes, findings);
}
