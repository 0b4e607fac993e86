using Homeward.Measures.Placements;
using Homeward.Measures.Stories;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

static class OapCost
{
    static readonly Split Total = new("total", Unit.Gbp, Figure.Sum, Windows.Standard) { Per = 100 };
    static readonly Split PerDay = new("per_day", Unit.Gbp, Figure.Ratio, Windows.Standard) { Per = 100 };
    static readonly Split LowerRate = new("q1_rate", Unit.Gbp, Figure.Quantile, Windows.Standard) { Per = 100, Quantile = 0.25 };
    static readonly Split UpperRate = new("q3_rate", Unit.Gbp, Figure.Quantile, Windows.Standard) { Per = 100, Quantile = 0.75 };
    static readonly Split PercentDays = new("pct_days", Unit.Percent, Figure.Ratio, Windows.Standard) { Scale = 100 };

    public static Measure Measure { get; } = new(
        "K09",
        "OAP cost",
        "What out of area placements cost in the window, as far as a cost is recorded.",
        "total = spend that names the placement's oaps row or spell; per_day = total / window nights of placements with a cost; q1_rate, q3_rate "
            + "= quartiles of one rate per placement with nights (DailyRate, else cost / nights); pct_days = 100 x nights of placements with a "
            + "cost / K04.",
        Polarity.LowerIsBetter,
        Looks.People,
        [Total, PerDay, LowerRate, UpperRate, PercentDays])
    {
        OfPlacements = true,
        Count = static (person, tally) =>
        {
            foreach (var placement in person.Placements)
            {
                Add(person, tally, placement);
            }
        },
    };

    static void Add(PersonWindow person, Tally tally, Placement placement)
    {
        var nights = person.Window.Nights(placement.Start, placement.Until);
        var (cost, rows) = person.Region.Small.Costs.Of(placement.Oap, placement.Spell.Record, person.Window);
        var bedClass = BedAt.End(placement.Spell.Stays(person), placement.Until);
        if (rows > 0)
        {
            tally.Add(Total, Scope.All, Lens.People, placement, bedClass, cost);
            tally.Add(PerDay, Scope.All, Lens.People, placement, bedClass, cost, nights);
        }

        if (nights > 0)
        {
            tally.Add(PercentDays, Scope.All, Lens.People, placement, bedClass, rows > 0 ? nights : 0, nights);
            AddRate(person, tally, placement, bedClass, nights, rows > 0 ? cost : null);
        }
    }

    static void AddRate(PersonWindow person, Tally tally, Placement placement, int bedClass, int nights, long? cost)
    {
        var told = placement.Oap < 0 ? -1 : person.Region.Oaps[placement.Oap].DailyRate;
        double? rate = told >= 0 ? told : (double?)cost / nights;
        if (rate is not null)
        {
            tally.AddValue(LowerRate, Lens.People, placement, bedClass, rate.Value);
            tally.AddValue(UpperRate, Lens.People, placement, bedClass, rate.Value);
        }
    }
}
