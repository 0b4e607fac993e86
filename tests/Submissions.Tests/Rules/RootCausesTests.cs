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
        ];
        string[] told = ["SUB001", "SUB005", "SUB012", "SUB007", "GEN001", "GEN005", "PAT001", "GEN006", "GEN008", "WST006"];
        Assert.Equal(told, Order(found));
        Assert.Equal(told, Order([.. found.Reverse()]));
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
