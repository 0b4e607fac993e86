using Homeward.Submissions.Checking;
using Homeward.Submissions.Rules;

namespace Homeward.Submissions.Tests.Rules;

public class RootCausesTests
{
    [Fact]
    public void First_AnyOrder_IsByGravityThenDepthThenRows()
    {
        (string Rule, long Rows)[] found =
        [
            ("WST006", 900), ("GEN006", 500), ("SUB007", 3), ("GEN008", 1), ("SUB005", 9), ("PAT001", 2), ("SUB001", 1), ("GEN005", 2), ("GEN001", 40), ("SUB012", 1),
            ("OAP001", 7),
        ];
        string[] told = ["SUB001", "SUB005", "SUB012", "GEN001", "GEN005", "PAT001", "GEN006", "SUB007", "OAP001", "GEN008", "WST006"];
        Assert.Equal(told, Order(found));
        Assert.Equal(told, Order([.. found.Reverse()]));
    }

    [Theory]
    [InlineData("SUB007 PAT001", "PAT001 SUB007")]
    [InlineData("SUB007 GEN006 GEN001 SUB002", "SUB002 GEN001 GEN006 SUB007")]
    [InlineData("GEN006 GEN008 SUB009", "SUB009 GEN006 GEN008")]
    [InlineData("SUB007 GEN006 SUB009 WST006", "SUB009 GEN006 SUB007 WST006")]
    [InlineData("SUB005 SUB011 SUB008", "SUB011 SUB005 SUB008")]
    [InlineData("SUB005 GEN009 GEN001", "GEN009 SUB005 GEN001")]
    [InlineData("SUB012 PAT006 PAT001 GEN006", "PAT006 SUB012 PAT001 GEN006")]
    [InlineData("SUB007 OAP001 PAT001", "PAT001 SUB007 OAP001")]
    [InlineData("GEN008 PAT001 PAT005", "PAT001 PAT005 GEN008")]
    public void First_CausesComeBeforeWhatFollowsFromThem(string found, string told)
    {
        Assert.Equal(told.Split(' '), Order([.. found.Split(' ').Select(rule => (rule, 1L))]));
        Assert.Equal(told.Split(' '), Order([.. found.Split(' ').Reverse().Select(rule => (rule, 1L))]));
    }

    [Fact]
    public void Gravity_OfACause_IsThatOfWhatMayFollow()
    {
        RuleEntry[] there = [RuleCatalogue.Find("SUB009"), RuleCatalogue.Find("GEN006"), RuleCatalogue.Find("SUB007"), RuleCatalogue.Find("GEN008")];
        Assert.Equal([Severity.File, Severity.File, Severity.File, Severity.Warning], there.Select(rule => RootCauses.Gravity(rule, there)));
        Assert.Equal(["GEN006"], RootCauses.Graver(there[0], there).Select(rule => rule.Id));
    }

    [Fact]
    public void Depth_OfTheCatalogue_IsWhereTheFaultLies()
    {
        Assert.Equal(["SUB001", "SUB002", "SUB003", "SUB004"], Of(Depth.Manifest));
        Assert.Equal(["SUB005", "SUB006", "SUB008", "SUB009", "SUB010", "SUB011", "GEN008", "GEN009"], Of(Depth.File));
        Assert.Equal(["SUB007", "GEN006"], Of(Depth.Consequence));
    }

    static IEnumerable<string> Of(Depth depth) => RuleCatalogue.All.Where(rule => rule.Depth == depth).Select(rule => rule.Id);

    static IEnumerable<string> Order((string Rule, long Rows)[] found) =>
        RootCauses.First(found, one => RuleCatalogue.Find(one.Rule), one => one.Rows).Select(one => one.Rule);
}
