using Homeward.Columns;
using Homeward.Synthetic.Story;

namespace Homeward.Synthetic.Scenarios.Arden;

/// <summary>What the trust pays for its three commissioners: its own wards and teams, and each night of a placement.</summary>
sealed class ArdenMoney(StoryBook book)
{
    public const int DailyRate = 600;

    // A month, for each commissioner.
    const decimal Wards = 240_000;
    const decimal Teams = 70_000;

    public void Pay(Month first, Month last)
    {
        var placed = book.Episodes.Where(episode => episode.Placement?.Sender == ArdenWorld.Trust.Code).ToList();
        for (var month = first; month <= last; month += 1)
        {
            foreach (var commissioner in ArdenWorld.Commissioners.Select(home => home.Icb))
            {
                book.Payments.Add(new("RYG", "RYG", commissioner, "REH", "BLOCK", month, Wards) { Site = "RYG01", Recurrent = true });
                book.Payments.Add(new("RYG", "RYG", commissioner, "OAC", "COMM", month, Teams) { Recurrent = true });
                if (month > ArdenStory.BaselineTo)
                    book.Payments.Add(new("RYG", "RYG", commissioner, "REH", "REINVEST", month, 20_000) { Recurrent = true });
            }

            foreach (var episode in placed)
                PayFor(episode, month);
        }
    }

    void PayFor(Episode placed, Month month)
    {
        var nights = Nights.In(month, placed.Start, placed.End);
        if (nights == 0)
            return;
        book.Payments.Add(new("RYG", placed.Provider.Code, placed.Person.Home.Icb, ArdenStory.LineOf(placed), "OAP", month, nights * placed.Placement!.DailyRate)
        {
            Site = placed.Parts[0].Ward.Site.Code,
            BedDays = nights,
            For = placed,
        });
    }
}
