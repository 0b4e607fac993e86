using Homeward.Measures.Tests.Naive;
using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Outputs;

/// <summary>restricted/journeys: which journeys the figures count.</summary>
public class JourneysFileTests
{
    [Fact]
    public void Journey_IsOneRow_OverAllItsSpells()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-01", "2025-06-10");
        region.In("RA2", "2025-06").Spell("S2", "ann", "2025-06-11").Spell("S3", "bob", "2025-06-05", "2025-06-06");

        var rows = TableRows.Of(region.Compute("2025-06").Table("restricted/journeys"));
        Assert.Equal(
            ["ann 2 RA1|S1 RA2|S2 2025-06-01  yes EAST", "bob 1 RA2|S3 RA2|S3 2025-06-05 2025-06-06 no EAST"],
            rows.Select(r => $"{r["person_id"]} {r["spells"]} {r["first_hosp_prov_spell_id"]} {r["last_hosp_prov_spell_id"]} "
                + $"{r["start_date"]} {r["end_date"]} {r["open"]} {r["collaborative_at_end"]}"));
    }

    [Theory]
    [InlineData(61)]
    [InlineData(62)]
    public void Journeys_ThatStartOrEndInTheMonth_AreTheOnesCounted(int seed)
    {
        var months = new GeneratedRegion(seed, new(2025, 1), new(2025, 5), people: 100).Months;
        var figures = new Figures(RegionRun.Compute(new(new(2025, 5), "run", [.. months.Select(m => m.Curated())], [], Deployment.Reference)));
        var rows = TableRows.Of(figures.Table("restricted/journeys"));
        foreach (var collaborative in (string[])["EAST", "WEST"])
        {
            Assert.Equal(
                figures.Value("K10", "journeys", collaborative: collaborative),
                rows.Count(r => r["collaborative_at_start"] == collaborative && r["start_date"].StartsWith("2025-05", StringComparison.Ordinal)));
            Assert.Equal(
                figures.Value("K11", "journeys", collaborative: collaborative),
                rows.Count(r => r["collaborative_at_end"] == collaborative && r["end_date"].StartsWith("2025-05", StringComparison.Ordinal)));
        }
    }
}
