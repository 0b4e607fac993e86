using Homeward.Columns;
using Homeward.Synthetic.Story;

namespace Homeward.Synthetic.Scenarios.NorthWestLondon;

/// <summary>What the two trusts pay: their own wards, each night of a placement they list, and what they reinvest of what that saves.</summary>
sealed class NorthWestLondonMoney(StoryBook book)
{
    const string Commissioner = "13R";
    const decimal WardAMonth = 160_000;

    public void Pay(Month first, Month last)
    {
        for (var month = first; month <= last; month += 1)
        {
            foreach (var ward in NorthWestLondonWorld.Local)
                book.Payments.Add(new("RV3", ward.Provider.Code, Commissioner, "CYP", "BLOCK", month, WardAMonth) { Site = ward.Site.Code, Recurrent = true });
            foreach (var trust in (string[])["RV3", "RKL"])
                Reinvest(trust, month);
            foreach (var placed in book.Episodes.Where(episode => episode.Placement?.By.HasFlag(Recorded.Sender) == true))
                PayFor(placed, month);
        }
    }

    // Crisis and community teams, more of them every year.
    void Reinvest(string trust, Month month)
    {
        var years = month.FinancialYearStart.Year - NorthWestLondonStory.BaselineTo.Year;
        if (years >= 0)
            book.Payments.Add(new(trust, trust, Commissioner, "CYP", "REINVEST", month, 12_000 * (years + 1)) { Recurrent = true });
    }

    void PayFor(Episode placed, Month month)
    {
        var nights = Nights.In(month, placed.Start, placed.End);
        if (nights == 0)
            return;
        var placement = placed.Placement!;
        book.Payments.Add(new(placement.Sender!, placed.Provider.Code, Commissioner, "CYP", "OAP", month, nights * placement.DailyRate)
        {
            Site = placed.Parts[0].Ward.Site.Code,
            BedDays = nights,
            For = placed,
        });
    }
}
