using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Catalogue;

/// <summary>K09, K22 and K23. EAST's baseline is April 2024 to March 2025.</summary>
public class MoneyTests
{
    [Fact]
    public void K09_CostOfPlacements()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-21", null, "10", "RA2"); // 10 nights, 4,000 by its spell
        region.In("RA2", "2025-06")
            .Oap("O1", "bob", "X01", "2025-06-11", rate: 650.50m) // 20 nights, 9,000
            .Oap("O2", "cat", "X01", "2025-06-11") // 20 nights, no cost
            .Spend("RA1", 4000, "OAP", spell: "RA1|S1")
            .Spend("X01", 9000, "OAP", oap: "RA2|O1")
            .Spend("X01", 777, "OAP"); // names nothing

        var figures = region.Compute("2025-06");
        Assert.Equal(13000, figures.Value("K09", "total"));
        Assert.Equal(13000 / 30.0, figures.Value("K09", "per_day")!.Value, 6);
        Assert.Equal(60, figures.Value("K09", "pct_days"));
        Assert.Equal(400 + 250.50 * 0.25, figures.Value("K09", "q1_rate")!.Value, 6); // rates 400.00 and 650.50
        Assert.Equal(400 + 250.50 * 0.75, figures.Value("K09", "q3_rate")!.Value, 6);
    }

    [Fact]
    public void K09_CostOfAPlacementWithoutNights_IsOfItsRowsBedClass()
    {
        var region = new RegionTold();
        region.In("RA2", "2025-06").Oap("O1", "ann", "X01", "2025-06-11", "2025-06-11").Spend("X01", 300, "OAP", oap: "RA2|O1");

        Assert.Equal(300, region.Compute("2025-06").Value("K09", "total", breakdown: "Bed Class", level: "200"));
    }

    [Fact]
    public void K22_Budget_IsATwelfthAMonth_NotRoundedBeforePublication()
    {
        var reference = Deployment.With(("budgets.csv", "collaborative,service_line,commissioner,financial_year,amount\nEAST,AAC,QEE,2025/26,1000"));
        var region = new RegionTold(reference);
        region.In("RA1", "2025-06").Spend("RA1", 10.01m);

        var figures = region.Compute("2025-06");
        Assert.Equal(1000 / 12.0, figures.Value("K22", "budget"));
        Assert.Equal(1000 / 12.0 - 10.01, figures.Value("K22", "variance")!.Value, 9);
    }

    /// <summary>An unknown code is kept as sent (GEN003), and may be a number.</summary>
    [Theory]
    [InlineData("7")]
    [InlineData("2")]
    [InlineData("99999999")]
    public void K22_UnknownCategoryThatIsANumber_IsOther(string category)
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spend("RA1", 500, category);

        var figures = region.Compute("2025-06");
        Assert.Equal(500, figures.Value("K22", "actual_other"));
        Assert.Null(figures.Value("K22", "actual_oap"));
    }

    [Fact]
    public void K22_PerBedDay_IsToldSinceBaselineToo()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-21").Spend("RA1", 500);

        var figures = region.Compute("2025-06");
        Assert.Equal(50, figures.Value("K22", "per_bed_day", "SB"));
        Assert.Equal(500, figures.Value("K22", "actual", "SB"));
    }

    [Fact]
    public void K22_PerBedDay_OfABreakdownThatBillsDoNotTell_HasNoRow()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-21", commissioner: "QEE").Spend("RA1", 500, commissioner: "QEE");

        var figures = region.Compute("2025-06");
        Assert.Equal(50, figures.Value("K22", "per_bed_day", breakdown: "Commissioner", level: "QEE"));
        Assert.Equal(50, figures.Value("K22", "per_bed_day", breakdown: "Service Line", level: "AAC"));
        Assert.DoesNotContain(figures.Exact.Keys, k => k.Split == "per_bed_day" && k.Breakdown is "ICB" or "Age Band" or "Gender" or "Bed Class");
    }

    /// <summary>Three bills of 0.10, 0.20 and 333.33: not a penny is lost, nor any ratio rounded before publication.</summary>
    [Fact]
    public void K09_AndK22_CountInPence()
    {
        var region = new RegionTold();
        region.In("RA2", "2025-06").Oap("O1", "ann", "X01", "2025-06-24") // 7 nights
            .Spend("X01", 0.10m, "OAP", oap: "RA2|O1", commissioner: "QEE")
            .Spend("X01", 0.20m, "OAP", oap: "RA2|O1", commissioner: "QEE")
            .Spend("X01", 333.33m, "EPC", oap: "RA2|O1", commissioner: "QEE");

        var figures = region.Compute("2025-06");
        Assert.Equal(333.63, figures.Value("K09", "total"));
        Assert.Equal(333.63 / 7, figures.Value("K09", "per_day")!.Value, 9);
        Assert.Equal(333.63 / 7, figures.Value("K09", "q1_rate")!.Value, 9); // no daily rate: cost by nights
        Assert.Equal(0.30, figures.Value("K22", "actual_oap"));
        Assert.Equal(333.63, figures.Value("K22", "actual", breakdown: "Commissioner", level: "QEE"));
        Assert.Equal(333.63 / 7, figures.Value("K22", "per_bed_day")!.Value, 9);
    }

    [Fact]
    public void K22_ActualBudgetAndPerBedDay()
    {
        var reference = Deployment.With(("budgets.csv", "collaborative,service_line,commissioner,financial_year,amount\nEAST,AAC,QEE,2025/26,1200000\nEAST,OAC,QEE,2024/25,999"));
        var region = new RegionTold(reference);
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-21")
            .Spend("RA1", 60000, "BLOCK", commissioner: "QEE").Spend("X01", 5000, "SPOT", commissioner: "QEE").Spend("RA1", 2000, "REINVEST", recurrent: "Y");

        var figures = region.Compute("2025-06");
        Assert.Equal(60000, figures.Value("K22", "actual_block"));
        Assert.Equal(5000, figures.Value("K22", "actual_spot"));
        Assert.Equal(65000, figures.Value("K22", "actual"));
        Assert.Equal(100000, figures.Value("K22", "budget"));
        Assert.Equal(35000, figures.Value("K22", "variance"));
        Assert.Equal(6500, figures.Value("K22", "per_bed_day"));
        Assert.Equal(2000, figures.Value("K22", "reinvested"));
        Assert.Equal(2000, figures.Value("K22", "recurrent"));
        Assert.Equal(300000, figures.Value("K22", "budget", "R3"));
        Assert.Equal(65000, figures.Value("K22", "actual", breakdown: "Commissioner", level: "QEE"));
    }

    [Fact]
    public void K22_Saving_IsAgainstTheSameMonthsOfTheBaseline()
    {
        var region = new RegionTold();
        region.In("RA1", "2024-06").Spend("RA1", 90000).Spend("RA1", 5000, "REINVEST");
        region.In("RA1", "2024-05").Spend("RA1", 80000);
        region.In("RA1", "2025-05").Spend("RA1", 70000);
        region.In("RA1", "2025-06").Spend("RA1", 65000).Spend("RA1", 10000, "REINVEST");

        var figures = region.Compute("2025-06");
        Assert.Equal(25000, figures.Value("K22", "saving"));
        Assert.Equal(15000, figures.Value("K22", "net_saving"));
        Assert.Equal(25000 + 10000, figures.Value("K22", "saving", "R3"));
        Assert.Equal(35000, figures.Value("K22", "saving", "SB"));
        Assert.Equal(35000, figures.Value("K22", "saving", "FY", breakdown: "Service Line", level: "AAC"));
    }

    [Fact]
    public void K22_SavingWithoutBaselineSpend_HasNoRow()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spend("RA1", 65000);

        Assert.Null(region.Compute("2025-06").Value("K22", "saving"));
    }

    [Fact]
    public void K22_StatedBaseline_BeatsTheComputedOne()
    {
        var reference = Deployment.With(("baselines.csv", "collaborative,service_line,measure_id,split,value,source\nEAST,,K22,actual,1200000,agreed"));
        var region = new RegionTold(reference);
        region.In("RA1", "2024-06").Spend("RA1", 1);
        region.In("RA1", "2025-06").Spend("RA1", 65000);

        Assert.Equal(35000, region.Compute("2025-06").Value("K22", "saving"));
    }

    [Theory]
    // payee · site · category · line · local, not_local or unknown
    [InlineData("RA1", "RA101", "BLOCK", "AAC", "local")]
    [InlineData("RA1", "RA102", "BLOCK", "AAC", "not_local")]
    [InlineData("RA1", null, "BLOCK", "AAC", "unknown")] // one of its two sites is in the flow
    [InlineData("RA2", null, "BLOCK", "AAC", "local")] // its only site is
    [InlineData("X01", null, "SPOT", "AAC", "not_local")]
    [InlineData("RA1", null, "COMM", "AAC", "local")] // a member's community service
    [InlineData("X01", null, "COMM", "AAC", "not_local")]
    public void K23_LocalShare(string payee, string? site, string category, string line, string expected)
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spend(payee, 1000, category, line, site: site);

        var figures = region.Compute("2025-06");
        Assert.Equal(1000, figures.Value("K23", expected));
        Assert.Equal(expected switch { "local" => 100, "not_local" => 0, _ => null }, figures.Value("K23", "pct_local"));
    }
}
