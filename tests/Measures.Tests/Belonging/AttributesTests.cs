using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Belonging;

/// <summary>kpis.md §2, "When attributes are read".</summary>
public class AttributesTests
{
    [Fact]
    public void Age_IsOfTheMonthThatCarriesTheRecord()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-05").Patient("ann", age: 17).Spell("S1", "ann", "2025-05-11", "2025-05-21");
        region.In("RA1", "2025-06").Patient("ann", age: 18);

        var figures = region.Compute("2025-06");
        Assert.Equal(1, figures.Value("K11", "spells", "R3", breakdown: "Age Band", level: "0-17"));
        Assert.Null(figures.Value("K11", "spells", "R3", breakdown: "Age Band", level: "18-24"));
    }

    [Fact]
    public void Both_TakesTheReceiversAttributes_FieldByFieldTheSendersWhereUnknown()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Patient("ann", age: null, gender: "1", ethnic: "q", imd: null)
            .Spell("S1", "ann", "2025-06-11", null, "10", "RA2", home: null);
        region.In("RA2", "2025-06").Patient("ann", age: 66, gender: "2", ethnic: "M", imd: 3).Oap("O1", "ann", "RA1", "2025-06-11", site: "RA101");

        var figures = region.Compute("2025-06");
        Assert.Equal(1, figures.Value("K01", breakdown: "Age Band", level: "65 or over"));
        Assert.Equal(1, figures.Value("K01", breakdown: "Gender", level: "1"));
        Assert.Equal(1, figures.Value("K01", breakdown: "Ethnic Group", level: "Black"));
        Assert.Equal(1, figures.Value("K01", breakdown: "IMD Decile", level: "03"));
        Assert.Equal(1, figures.Value("K01", breakdown: "ICB", level: "QEE"));
        // The spell itself keeps what its own provider knows.
        Assert.Equal(1, figures.Value("K12", "people", breakdown: "Age Band", level: "UNKNOWN"));
    }

    [Fact]
    public void Person_WhoseNhsNumberBecameKnown_IsOnePerson()
    {
        // In May the person id stood for the local id; from June on for the NHS number: the placements overlap as one person's.
        var region = new RegionTold();
        region.In("RA1", "2025-05").Patient("local-1", local: "P1");
        var may = region.Months[0];
        may.Referrals.Add(new("R1", "P1", "local-1", RegionTold.Day("2025-05-01"), Referring: "RA2", Reason: "10"));
        may.Spells.Add(new("S1", "R1", "local-1", "QEE", RegionTold.Day("2025-05-01"), RegionTold.Day("2025-05-21")));
        region.In("RA1", "2025-06").Patient("ann", local: "P1");
        region.In("RB1", "2025-05").Spell("S2", "ann", "2025-05-11", "2025-05-31", "10", "RA2");

        Assert.Equal(10 + 20, region.Compute("2025-06").Value("K04", window: "R3"));
    }

    [Fact]
    public void LevelDescriptions_AreNames()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-11", null, "10", "RA2");

        var table = region.Compute("2025-06").Table("restricted/kpi");
        var row = Enumerable.Range(0, table.RowCount).First(r => table.Text("breakdown")[r] == "Sending Provider; Receiving Provider");
        Assert.Equal("Second Trust", table.Text("primary_level_description")[row]);
        Assert.Equal("Lead Trust", table.Text("secondary_level_description")[row]);
    }
}
