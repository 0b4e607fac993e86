using Homeward.Synthetic.Story;

namespace Homeward.Synthetic.Sized;

/// <summary>What happens around the stays: reviews, the hub, the community, money, restrictive interventions.</summary>
sealed class SizedEvents(SizedRequest request, SizedWorld world, int provider, Random chance, People people)
{
    static readonly string[] RestrictiveTypes = ["01", "04", "05", "06"];

    string Code => world.Trusts[provider].Code;

    public void AddTo(StoryBook book)
    {
        var own = book.Episodes.Where(episode => episode.Provider.Code == Code).ToList();
        Reviews(book);
        Incidents(book, own);
        Hub(book);
        Community(book);
        Payments(book);
    }

    void Reviews(StoryBook book)
    {
        foreach (var episode in book.Episodes)
        {
            var listed = episode.Provider.Code == Code || (episode.Placement!.Sender == Code && episode.Placement.By.HasFlag(Recorded.Sender));
            for (var day = episode.Start.AddDays(10 + chance.Next(20)); listed && day < episode.End && day <= request.Last.LastDay; day = day.AddDays(42))
                book.Reviews.Add(new(episode, Code, day == episode.Start.AddDays(10) ? "CRAFT" : "CPA", day) { NextDue = day.AddDays(42) });
        }
    }

    void Incidents(StoryBook book, List<Episode> own)
    {
        for (var i = 0; i < own.Count; i += 6)
        {
            var part = own[i].Parts[0];
            var day = part.Start.AddDays(chance.Next(part.End!.Value.DayNumber - part.Start.DayNumber));
            if (day >= request.First.FirstDay && day <= request.Last.LastDay)
                book.Incidents.Add(new(own[i], 0, day, RestrictiveTypes[chance.Next(RestrictiveTypes.Length)]));
        }
    }

    void Hub(StoryBook book)
    {
        var pool = Pool(request.Rows / 20 + 2);
        for (var i = 0; i < request.Months * (request.Rows / 20 + 1); i++)
        {
            var day = (request.First + i % request.Months).FirstDay.AddDays(chance.Next(28));
            var received = day.ToDateTime(new TimeOnly(chance.Next(24), chance.Next(60)));
            var admitted = chance.Next(10) < 7;
            var site = world.WardsOf[provider][0].Site.Code;
            book.Requests.Add(new(pool[i % pool.Count], Code, Code, received, "200", admitted ? "ADM" : "DIV", received.AddHours(2 + chance.Next(40)))
            {
                Alternative = admitted ? null : "HTT",
                AcceptingSite = admitted ? site : null,
                Offers = [new(site, received.AddHours(1), received.AddHours(2), admitted ? "ACC" : "DEC", admitted ? null : "BED")],
            });
        }
    }

    void Community(StoryBook book)
    {
        foreach (var person in Pool(request.Rows / 8 + 2))
        {
            var start = request.First.FirstDay.AddDays(chance.Next(request.Months * 30) - 60);
            book.Community.Add(new(person, Code, "HTT1", "AAC", start, chance.Next(2) == 0 ? start.AddDays(20 + chance.Next(200)) : null));
        }
    }

    void Payments(StoryBook book)
    {
        var (site, icb) = (world.WardsOf[provider][0].Site.Code, world.Homes[provider].Icb);
        var placed = book.Episodes.Where(episode => episode.Placement is { } placement && placement.Sender == Code && placement.By.HasFlag(Recorded.Sender));
        foreach (var episode in placed)
        {
            var month = Homeward.Columns.Month.Of(episode.Start < request.First.FirstDay ? request.First.FirstDay : episode.Start);
            var nights = Nights.In(month, episode.Start, episode.End);
            if (month <= request.Last && nights > 0 && episode.Start == Max(episode.Start, month.FirstDay))
            {
                book.Payments.Add(new(Code, episode.Provider.Code, icb, "AAC", "OAP", month, nights * episode.Placement!.DailyRate)
                {
                    Site = episode.Parts[0].Ward.Site.Code,
                    BedDays = nights,
                    For = episode,
                });
            }
        }

        for (var month = request.First; month <= request.Last; month += 1)
        {
            foreach (var line in (string[])["AAC", "CYP", "ASE"])
                book.Payments.Add(new(Code, Code, icb, line, "BLOCK", month, 50m * request.Rows + chance.Next(1000)) { Site = site, Recurrent = true });
        }
    }

    List<Person> Pool(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => people.Of(world.Homes[provider], request.First.FirstDay, SizedPeople.Age(chance, "200")))];

    static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;
}
