using Homeward.Columns;
using Homeward.Synthetic.Story;

namespace Homeward.Synthetic.Sized;

/// <summary>What happens around the stays: reviews, the hub, the community, money, restrictive interventions.</summary>
sealed class SizedEvents(SizedRequest request, SizedWorld world, int provider, Random chance, People people)
{
    const int DaysToReview = 84;

    static readonly string[] RestrictiveTypes = ["01", "04", "05", "06"];

    string Code => world.Trusts[provider].Code;

    public void AddTo(StoryBook book)
    {
        var own = book.Episodes.Where(episode => episode.Provider.Code == Code).ToList();
        Reviews(book);
        Waits(own);
        Incidents(book, own);
        Hub(book);
        Community(book);
        Payments(book);
    }

    void Reviews(StoryBook book)
    {
        var quota = new MonthlyQuota(request, request.Rows / 4 + 1);
        foreach (var episode in book.Episodes.OrderBy(episode => episode.Start))
        {
            var listed = episode.Provider.Code == Code || (episode.Placement!.Sender == Code && episode.Placement.By.HasFlag(Recorded.Sender));
            var first = episode.Start.AddDays(10 + chance.Next(20));
            if (!listed || first >= episode.End || !quota.TryAdd(first, episode.End!.Value))
                continue;
            for (var day = first; day < episode.End && day <= request.Last.LastDay; day = day.AddDays(DaysToReview))
                book.Reviews.Add(new(episode, Code, day == episode.Start.AddDays(10) ? "CRAFT" : "CPA", day) { NextDue = day.AddDays(DaysToReview) });
        }
    }

    void Waits(List<Episode> own)
    {
        var quota = new MonthlyQuota(request, request.Rows / 25 + 1);
        foreach (var episode in own.Where(episode => episode.End!.Value.DayNumber - episode.Start.DayNumber > 20).OrderBy(episode => episode.End))
        {
            var ready = episode.End!.Value.AddDays(-chance.Next(12));
            if (quota.TryAdd(ready, episode.End.Value))
                episode.ReadyOn = ready;
        }
    }

    void Incidents(StoryBook book, List<Episode> own)
    {
        for (var month = request.First; month <= request.Last; month += 1)
        {
            var there = own.Where(episode => Nights.In(month, episode.Start, episode.Parts[0].End) > 0).ToList();
            for (var i = 0; i < request.Rows / 20 + 1; i++)
            {
                var episode = there[chance.Next(there.Count)];
                var nights = Nights.In(month, episode.Start, episode.Parts[0].End);
                var day = Max(episode.Start, month.FirstDay).AddDays(chance.Next(nights));
                book.Incidents.Add(new(episode, 0, day, RestrictiveTypes[chance.Next(RestrictiveTypes.Length)]));
            }
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

    // Half of the caseload stays; of the other half as many come as go.
    void Community(StoryBook book)
    {
        var (first, days) = (request.First.FirstDay, request.Months * 30);
        foreach (var (i, person) in Pool(request.Rows / 8 + 2).Index())
        {
            if (i % 2 == 0)
            {
                book.Community.Add(new(person, Code, "HTT1", "AAC", first.AddDays(-chance.Next(200)), null));
                continue;
            }

            var nights = 20 + chance.Next(200);
            var start = first.AddDays(chance.Next(nights + days) - nights);
            book.Community.Add(new(person, Code, "HTT1", "AAC", start, start.AddDays(nights)));
        }
    }

    void Payments(StoryBook book)
    {
        var (site, icb) = (world.WardsOf[provider][0].Site.Code, world.Homes[provider].Icb);
        var placed = book.Episodes.Where(episode => episode.Placement is { } placement && placement.Sender == Code && placement.By.HasFlag(Recorded.Sender));
        foreach (var episode in placed)
        {
            for (var month = Month.Of(Max(episode.Start, request.First.FirstDay)); month <= request.Last; month += 1)
            {
                var nights = Nights.In(month, episode.Start, episode.End);
                if (nights == 0)
                    break;
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
