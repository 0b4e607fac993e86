using Homeward.Columns;
using Homeward.Synthetic.Story;
using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Scenarios.NorthWestLondon;

/// <summary>What happened to the area's children and young people in the baseline year and the four years after it.</summary>
sealed class NorthWestLondonStory
{
    public static readonly Month First = new(2016, 4);
    public static readonly Month BaselineTo = new(2017, 3);
    public static readonly Month Last = new(2021, 3);

    const string Hub = "13R";
    const int DailyRate = 700;

    // Observed in the fourth year, as shares of the baseline.
    const double Length = 1 - 0.18;
    const double NightsAway = 1 - 0.66;

    /// <summary>By financial year, the one before the baseline first: admissions, mean nights, percent sent away at first.</summary>
    static readonly (int Admissions, int Nights, int PercentAway)[] Years = [(150, 70, 55), (150, 70, 55), (140, 66, 46), (128, 62, 38), (117, 59, 36), (108, 56, 46)];

    readonly Random chance;
    readonly People people;
    readonly List<Journey> journeys = [];

    public NorthWestLondonStory(int seed)
    {
        chance = new(seed);
        people = new(chance, new NhsNumbers(1000));
        for (var year = 0; year < Years.Length; year++)
            OneYear(year);
        journeys.RemoveAll(journey => journey.End < First.FirstDay);
        Shape();
        foreach (var journey in journeys)
            Tell(journey);
        Strangers();
        new NorthWestLondonMoney(Book).Pay(First, Last);
    }

    public StoryBook Book { get; } = new();

    void OneYear(int index)
    {
        var (admissions, nights, percentAway) = Years[index];
        var from = First.FirstDay.AddYears(index - 1);
        var days = from.AddYears(1).DayNumber - from.DayNumber;
        for (var i = 0; i < admissions; i++)
        {
            var start = from.AddDays(i * days / admissions);
            var stay = Math.Clamp((int)(-Math.Log(1 - chance.NextDouble()) * (nights - 5)) + 5, 5, 160);
            var away = chance.Next(100) < percentAway;
            var elsewhere = chance.Next(100) < 60;
            var labelled = elsewhere || chance.Next(2) == 0;
            var sender = chance.Next(2) == 0 ? NorthWestLondonWorld.Central : NorthWestLondonWorld.West;
            var site = NorthWestLondonWorld.Elsewhere[chance.Next(NorthWestLondonWorld.Elsewhere.Count)];
            journeys.Add(new()
            {
                Person = Somebody(start),
                Start = start,
                End = start.AddDays(stay),
                ComesHomeAfter = away ? chance.Next(100) < 60 ? 4 + stay / 2 : null : 0,
                Local = NorthWestLondonWorld.Local[chance.Next(NorthWestLondonWorld.Local.Count)],
                Away = elsewhere ? new Ward("?", site, "?", "301", "X", 0) : NorthWestLondonWorld.FarAway,
                Label = labelled ? new(sender.Code, chance.Next(10) < 8 ? "10" : "14", elsewhere ? Recorded.Sender : Recorded.Both) { DailyRate = DailyRate } : null,
            });
        }
    }

    // One in ten has been in hospital before, some months ago.
    Person Somebody(DateOnly start)
    {
        var before = journeys.Count > 60 && chance.Next(10) == 0 ? journeys[journeys.Count - 60 - chance.Next(journeys.Count - 60)] : null;
        var free = before is not null && journeys.TrueForAll(journey => journey.Person != before.Person || journey.End.AddDays(20) < start);
        return free && before!.Person.Born.AddYears(17) > start ? before.Person : people.Of(NorthWestLondonWorld.Home, start, 13 + chance.Next(4));
    }

    void Shape()
    {
        var (baseline, fourth) = (Year(BaselineTo), Year(Last));
        foreach (var year in (JourneyShaping[])[baseline, fourth])
        {
            // Who is in hospital when the year begins stays in one place: no record of the year tells of another.
            foreach (var journey in journeys.Where(journey => journey.Start < year.From && journey.End >= year.From && journey.ComesHomeAfter > 0))
                journey.ComesHomeAfter = null;
        }

        var meanBefore = journeys.Where(journey => journey.EndsIn(baseline.From, baseline.To)).Average(journey => journey.Nights);
        var ended = journeys.Count(journey => journey.EndsIn(fourth.From, fourth.To));
        fourth.LengthOfThoseEnding(journeys, (int)Math.Round(meanBefore * Length * ended));
        fourth.NightsAway(journeys, (int)Math.Round(journeys.Sum(journey => journey.NightsAway(baseline.From, baseline.To)) * NightsAway));
    }

    void Tell(Journey journey)
    {
        var episodes = journey.Episodes(chance, Hub).Where(episode => episode.End >= First.FirstDay).ToList();
        Book.Episodes.AddRange(episodes);

        // An early review meeting within two weeks, from the second year on.
        var listed = episodes.FirstOrDefault(episode => episode.Provider.Submits || episode.Placement is not null);
        if (listed is null || listed.Start < BaselineTo.FirstDay || chance.Next(100) >= 85)
            return;
        var date = listed.Start.AddDays(4 + chance.Next(9));
        if (date <= listed.End)
        {
            Book.Reviews.Add(new(listed, listed.Provider.Submits ? listed.Provider.Code : listed.Placement!.Sender!, "CRAFT", date)
            {
                NextDue = date.AddDays(28),
                PlannedReturn = listed.Placement is null ? null : journey.AwayUntil,
            });
        }
    }

    void Strangers()
    {
        foreach (var ward in NorthWestLondonWorld.Local.Append(NorthWestLondonWorld.FarAway))
        {
            var care = new Caseload(ward, 5, First.FirstDay, Last.LastDay)
            {
                Home = random => NorthWestLondonWorld.Outside[random.Next(NorthWestLondonWorld.Outside.Count)],
                Age = random => 13 + random.Next(4),
                Label = (random, home) => random.Next(2) == 0 ? new(home.LocalProvider, "10", Recorded.Receiver) : null,
            };
            Book.Episodes.AddRange(care.Tell(chance, people));
        }
    }

    static JourneyShaping Year(Month last) => new((last - 11).FirstDay, last.LastDay);
}
