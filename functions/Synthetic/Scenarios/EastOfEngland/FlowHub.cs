using Homeward.Synthetic.Story;

namespace Homeward.Synthetic.Scenarios.EastOfEngland;

/// <summary>The lead's patient flow hub: every admission to a local bed is asked for there, and some who ask are helped without one.</summary>
sealed class FlowHub(Random chance, People people)
{
    static readonly string[] Alternatives = ["HTT", "ICS", "CRS", "EDD"];

    static readonly string[] Declines = ["BED", "BED", "STF", "ACU", "MIX"];

    readonly string hub = EastOfEnglandWorld.Hertfordshire.Code;

    public IEnumerable<BedRequest> Requests(IEnumerable<Episode> admissions)
    {
        foreach (var admission in admissions.Where(Local))
        {
            var received = At(admission.Referred, 7);
            var ward = admission.Parts[0].Ward;
            yield return new(admission.Person, hub, admission.Person.Home.LocalProvider, received, ward.BedClass, "ADM", received.AddHours(2 + chance.Next(10)))
            {
                PrimaryReason = admission.PrimaryReason,
                AcceptingSite = ward.Site.Code,
                Offers = [.. Asked(received, ward.Site.Code)],
            };
        }

        // More of them every year.
        for (var month = EastOfEnglandStory.First; month <= EastOfEnglandStory.Last; month += 1)
        {
            for (var i = 0; i < 4 * (month.Year - 2021); i++)
                yield return WithoutABed(month.FirstDay.AddDays(chance.Next(28)));
        }
    }

    BedRequest WithoutABed(DateOnly day)
    {
        var home = EastOfEnglandWorld.Region[chance.Next(EastOfEnglandWorld.Region.Count)];
        var outcome = chance.Next(10) switch { < 7 => "DIV", < 9 => "REJ", _ => "WDN" };
        var received = At(day, 7);
        return new(people.Of(home, day, 13 + chance.Next(4)), hub, home.LocalProvider, received, "301", outcome, received.AddHours(4 + chance.Next(40)))
        {
            Alternative = outcome == "DIV" ? Alternatives[chance.Next(Alternatives.Length)] : null,
        };
    }

    IEnumerable<BedOffer> Asked(DateTime received, string site)
    {
        if (chance.Next(3) == 0)
        {
            var full = EastOfEnglandWorld.Wards.First(ward => ward.BedClass == "301" && ward.Site.Code != site).Site.Code;
            yield return new(full, received.AddMinutes(30), received.AddMinutes(60), "DEC", Declines[chance.Next(Declines.Length)]);
        }

        yield return new(site, received.AddMinutes(70), received.AddMinutes(100), "ACC", null);
    }

    static bool Local(Episode episode) => episode.Placement is null && episode.Person.Home.Region == "Y61" && episode.Referred >= EastOfEnglandStory.First.FirstDay
        && episode.Parts[0].Ward.BedClass[0] == '3' && episode.Referred <= EastOfEnglandStory.Last.LastDay;

    DateTime At(DateOnly day, int hour) => day.ToDateTime(new TimeOnly(hour + chance.Next(6), chance.Next(60)));
}
