using Homeward.Columns;
using Homeward.Measures.Tests.Naive;
using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Worklist;

/// <summary>The worklist names the people that the figures count.</summary>
public class WorklistFiguresTests
{
    static readonly Month Period = new(2025, 6);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void PlacementsListed_AreTheActiveOnes_AndNobodyOutOfFlowIsMissing(int seed)
    {
        var months = new GeneratedRegion(seed, new(2025, 1), Period, people: 150).Months;
        var figures = new Figures(RegionRun.Compute(new(Period, "run", [.. months.Select(m => m.Curated())], [], Deployment.Reference)));
        var rows = TableRows.Of(figures.Table("restricted/worklist"));
        var stays = TableRows.Of(figures.Table("restricted/stays"));
        foreach (var collaborative in (string[])["EAST", "WEST"])
        {
            var listed = rows.Where(row => row["collaborative"] == collaborative).ToList();
            foreach (var split in (string[])["inappropriate", "appropriate", "unknown"])
            {
                Assert.Equal(figures.Value("K01", split, collaborative: collaborative), listed.Count(row => row["class"] == split));
            }

            var outOfFlow = stays.Where(row => row["open"] == "yes" && row["flow"] == "out" && row["people_collaborative"] == collaborative)
                .Select(row => row["person_id"]).ToHashSet();
            Assert.Equal(figures.Value("K21", "people", collaborative: collaborative), outOfFlow.Count);
            Assert.Empty(outOfFlow.Except(rows.Select(row => row["person_id"]))); // where a newer placement is another's, on its list
        }

        Assert.Contains(rows, row => row["kind"] == "unlabelled");
    }
}
