using Homeward.Columns;
using Homeward.Synthetic.Story;
using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Scenarios.NewCareModels;

/// <summary>A baseline year, the first year of six sites, and the months in which eight more joined.</summary>
sealed class NewCareModelsStory
{
    public static readonly Month First = new(2016, 4);
    public static readonly Month BaselineTo = new(2017, 3);
    public static readonly Month FirstYearTo = new(2018, 3);
    public static readonly Month Last = new(2018, 11);

    public const int DailyRate = 600;

    // Over 257.
    const int BroughtBack = 262;

    // £10.7 million at what a night costs.
    const int NightsSaved = 10_700_000 / DailyRate;

    readonly Random chance;
    readonly People people;
    readonly Dictionary<Episode, CareSite> placed = new(ReferenceEqualityComparer.Instance);

    public NewCareModelsStory(int seed)
    {
        chance = new(seed);
        people = new(chance, new NhsNumbers(1000));
        var closing = ClosingDays();
        foreach (var site in NewCareModelsWorld.Sites)
        {
            Local(site);
            Strangers(site);
            Away(site, closing.TryGetValue(site, out var days) ? days : []);
        }

        BringBack();
        Pay();
    }

    public StoryBook Book { get; } = new();

    /// <summary>When the places far away close, evenly over the first year, a day earlier or later until they save the nights that were saved.</summary>
    static Dictionary<CareSite, List<DateOnly>> ClosingDays()
    {
        var closing = NewCareModelsWorld.Sites.Where(site => site.Live is null).ToDictionary(
            site => site,
            site => new Census(BaselineTo.LastDay, site.AwayBefore, FirstYearTo.LastDay, site.AwayAfter).Places()
                .Select(place => place.Closes).OfType<DateOnly>().ToList());
        var saved = closing.Values.SelectMany(days => days).Sum(day => FirstYearTo.LastDay.DayNumber + 1 - day.DayNumber);
        for (var place = 0; saved != NightsSaved; place++)
        {
            foreach (var days in closing.Values.Where(days => saved != NightsSaved && place % 100 < days.Count))
            {
                var step = Math.Sign(saved - NightsSaved);
                days[place % 100] = days[place % 100].AddDays(step);
                saved -= step;
            }
        }

        return closing;
    }

    void Local(CareSite site)
    {
        var ward = NewCareModelsWorld.LocalWards[site];
        for (var bed = 0; bed < site.Beds; bed++)
        {
            foreach (var (start, end) in Places(site, null).Legs(chance))
                Book.Episodes.Add(Stays.Of(chance, Somebody(site, start), ward, start, end));
        }
    }

    // People of nobody's area in the trust's beds.
    void Strangers(CareSite site)
    {
        for (var bed = 0; bed < 4; bed++)
        {
            foreach (var (start, end) in Places(site, null).Legs(chance))
            {
                var person = people.Of(NewCareModelsWorld.Outside, start, site.YoungestAge + chance.Next(site.Ages));
                var label = bed % 2 == 0 ? new Placement("RZ9", "10", Recorded.Receiver) : null;
                Book.Episodes.Add(Stays.Of(chance, person, NewCareModelsWorld.LocalWards[site], start, end, label));
            }
        }
    }

    void Away(CareSite site, List<DateOnly> closing)
    {
        for (var place = 0; place < site.AwayBefore; place++)
        {
            DateOnly? closes = place < closing.Count ? closing[place] : null;
            var known = site.Number == 1 && place % 5 == 0;
            var hospital = NewCareModelsWorld.Elsewhere[place % NewCareModelsWorld.Elsewhere.Count];
            var ward = known ? NewCareModelsWorld.FarAway : new Ward("?", hospital, "?", site.BedClass, "X", 0);
            foreach (var (start, end) in Places(site, closes).Legs(chance))
            {
                var label = new Placement(site.Home.LocalProvider, chance.Next(10) < 7 ? "10" : "14", known ? Recorded.Both : Recorded.Sender)
                {
                    DailyRate = DailyRate,
                    EndReason = chance.Next(4) == 0 ? "TRF" : "DIS",
                };
                var episode = Stays.Of(chance, Somebody(site, start), ward, start, end, label);
                Book.Episodes.Add(episode);
                placed[episode] = site;
            }
        }
    }

    // Of the placements that ended in the first year, as many as came back: to a bed at home for some days, or to a team's care.
    void BringBack()
    {
        var ended = placed.Keys.Where(episode => episode.End > BaselineTo.LastDay && episode.End <= FirstYearTo.LastDay)
            .OrderBy(episode => episode.End).ThenBy(episode => episode.Person.NhsNumber, StringComparer.Ordinal).ToList();
        if (ended.Count < BroughtBack)
            throw new InvalidOperationException($"{ended.Count} placements ended: too few to bring {BroughtBack} people back.");
        for (var i = 0; i < BroughtBack; i++)
        {
            var placement = ended[i * ended.Count / BroughtBack];
            placement.Placement!.EndReason = i % 5 < 3 ? "REP" : "RPC";
            if (i % 5 < 3)
            {
                var day = placement.End!.Value;
                var ward = NewCareModelsWorld.LocalWards[placed[placement]];
                Book.Episodes.Add(Stays.Of(chance, placement.Person, ward, day, day.AddDays(8 + chance.Next(14)), fromHospital: true));
            }
        }
    }

    void Pay()
    {
        foreach (var site in NewCareModelsWorld.Sites)
        {
            for (var month = site.Live ?? First; month <= Last; month += 1)
            {
                Book.Payments.Add(new(site.Home.LocalProvider, site.Home.LocalProvider, site.Home.Icb, site.Line, "BLOCK", month, 14_000 * site.Beds)
                {
                    Site = site.Home.LocalProvider + "01",
                    Recurrent = true,
                });
            }
        }

        foreach (var (episode, site) in placed)
        {
            for (var month = site.Live ?? First; month <= Last; month += 1)
                PayFor(episode, site, month);
        }
    }

    void PayFor(Episode episode, CareSite site, Month month)
    {
        var nights = Nights.In(month, episode.Start, episode.End);
        if (nights == 0)
            return;
        Book.Payments.Add(new(site.Home.LocalProvider, episode.Provider.Code, site.Home.Icb, site.Line, "OAP", month, nights * DailyRate)
        {
            Site = episode.Parts[0].Ward.Site.Code,
            BedDays = nights,
            For = episode,
        });
    }

    static Relay Places(CareSite site, DateOnly? closes) => new((site.Live ?? First).FirstDay, closes, Last.LastDay, Length(site, First.FirstDay).Fewest, 0)
    {
        Before = true,
        Lengths = day => Length(site, day),
    };

    // Shorter stays once the sites take over, most of all for children and young people.
    static (int Fewest, int Most) Length(CareSite site, DateOnly start)
    {
        var sooner = start >= BaselineTo.FirstDay.AddDays(-45);
        var mean = site.Line switch { "CYP" => sooner ? 48 : 80, "ASE" => sooner ? 190 : 230, _ => sooner ? 84 : 100 };
        return (mean * 3 / 4, mean * 5 / 4);
    }

    Person Somebody(CareSite site, DateOnly on) => people.Of(site.Home, on, site.YoungestAge + chance.Next(site.Ages));
}
