using Homeward.Synthetic.Story;

namespace Homeward.Synthetic.Sized;

static class SizedEpisode
{
    public static Episode Of(Random chance, Person person, List<WardPart> parts, Placement? placement)
    {
        var (start, end) = (parts[0].Start, parts[^1].End!.Value);
        var nights = end.DayNumber - start.DayNumber;
        return new()
        {
            Person = person,
            Provider = parts[0].Ward.Provider,
            Parts = parts,
            Placement = placement,
            Referred = start.AddDays(-chance.Next(5)),
            Commissioner = person.Home.Icb,
            PrimaryReason = Codes.Reasons[chance.Next(Codes.Reasons.Count)],
            ReferralSource = placement is null ? Codes.Sources[chance.Next(Codes.Sources.Count)] : "I1",
            LegalStatus = Codes.LegalStatuses[chance.Next(Codes.LegalStatuses.Count)],
            ReadyOn = nights > 20 && chance.Next(100) < 15 ? end.AddDays(-chance.Next(12)) : null,
        };
    }
}
