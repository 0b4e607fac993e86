using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Story;

/// <summary>Makes a stay of a person and its ward parts, the rest as it usually is.</summary>
static class Stays
{
    /// <param name="fromHospital">The person came from another hospital, placed or not.</param>
    /// <param name="hub">Who pays where the home's commissioner does not; null: the home's commissioner always does.</param>
    public static Episode Of(Random chance, Person person, List<WardPart> parts, Placement? placement = null, string? hub = null, bool fromHospital = false)
    {
        var (start, end) = (parts[0].Start, parts[^1].End);
        var nights = (end ?? start.AddDays(400)).DayNumber - start.DayNumber;
        var cameFromAnotherHospital = placement is not null || fromHospital;
        return new()
        {
            Person = person,
            Provider = parts[0].Ward.Provider,
            Parts = parts,
            Placement = placement,
            Referred = cameFromAnotherHospital ? start : start.AddDays(-chance.Next(6)),
            Commissioner = hub is not null && chance.Next(100) < 20 ? hub : person.Home.Icb,
            PrimaryReason = Codes.Reasons[chance.Next(Codes.Reasons.Count)],
            ReferralSource = cameFromAnotherHospital ? "I1" : Codes.Sources[chance.Next(Codes.Sources.Count)],
            LegalStatus = Codes.LegalStatuses[chance.Next(Codes.LegalStatuses.Count)],
            Destination = placement?.EndReason is "REP" or "TRF" ? "53" : "19",
            PostcodeBecomesHospital = nights > 45 && chance.Next(100) < 15 ? start.AddDays(30) : null,
        };
    }

    public static Episode Of(
        Random chance,
        Person person,
        Ward ward,
        DateOnly start,
        DateOnly? end,
        Placement? placement = null,
        string? hub = null,
        bool fromHospital = false) =>
        Of(chance, person, [new(ward, start, end)], placement, hub, fromHospital);
}
