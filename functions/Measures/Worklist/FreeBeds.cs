using System.Text;
using Homeward.Measures.Records;
using Homeward.Measures.Stories;
using Homeward.Reference;

namespace Homeward.Measures.Worklist;

/// <param name="Free">Open beds less the ward stays open at the period's end.</param>
/// <param name="Km">From the person's home; null where either place is unknown.</param>
readonly record struct FittingWard(string Ward, string Site, int Free, int? Km);

/// <summary>The wards of members that have a bed free at the period's end, and whom they fit.</summary>
sealed class FreeBeds
{
    const int Most = 3;

    readonly RegionFacts facts;
    readonly int month;
    readonly List<(BedRow Bed, int Free)> wards = [];
    readonly Dictionary<(int Provider, int Ward), BedRow> byWard = [];

    public FreeBeds(RegionFacts facts, int month)
    {
        (this.facts, this.month) = (facts, month);
        var taken = Taken();
        foreach (var bed in facts.Region.Small.Beds.Where(b => b.Month == month))
        {
            byWard[(bed.Provider, bed.Ward)] = bed;
            var free = bed.Open - taken.GetValueOrDefault((bed.Provider, bed.Ward));
            if (bed.Open >= 0 && free > 0)
            {
                wards.Add((bed, free));
            }
        }
    }

    /// <summary>The security of the ward that a person lies on; of a sender's row what the bed class tells.</summary>
    public int SecurityOf(in WorklistEntry entry)
    {
        var region = facts.Region;
        if (entry.Stay >= 0 && byWard.TryGetValue((region.Spells[entry.Spell].Provider, region.Stays[entry.Stay].Ward), out var bed)
            && Level(bed.Security) is { } told)
        {
            return told;
        }

        return region.Pools.BedClasses[entry.BedClass] switch
        {
            "206" or "303" or "306" => 1,
            "207" or "304" or "307" => 2,
            "208" => 3,
            _ => 0,
        };
    }

    /// <summary>A member's, of the same bed class, in the person's flow, for the person's sex, and no less secure; the nearest first.</summary>
    public IReadOnlyList<FittingWard> Fitting(in WorklistEntry entry)
    {
        var person = entry;
        var security = SecurityOf(entry);
        var home = HomeOf(entry);
        return
        [
            .. wards.Where(w => Fits(person, security, w.Bed))
                .Select(w => new FittingWard(
                    Encoding.UTF8.GetString(facts.Region.KeysOf[w.Bed.Provider]!.Wards[w.Bed.Ward]),
                    facts.Region.Pools.Sites[w.Bed.Site],
                    w.Free,
                    Km(home, w.Bed)))
                .OrderBy(w => w.Km ?? int.MaxValue)
                .ThenBy(w => w.Ward, StringComparer.Ordinal)
                .Take(Most),
        ];
    }

    bool Fits(in WorklistEntry entry, int security, in BedRow bed)
    {
        var pools = facts.Region.Pools;
        var sex = pools.WardSexes[bed.Sex];
        var gender = pools.Genders[entry.Demographics.Gender];
        return entry.BedClass != 0 && bed.BedClass == entry.BedClass
            && (sex == "X" || (sex == "M" && gender == "1") || (sex == "F" && gender == "2"))
            && (Level(bed.Security) ?? 0) >= security
            && facts.Memberships.OfMember(pools.Organisations[bed.Provider], entry.Line, facts.Region.MonthAt(month).End) >= 0
            && facts.Lenses.FlowOf(entry.Home, entry.Line, bed.Site, month) == Flow.In;
    }

    int? Level(int security) => facts.Region.Pools.WardSecurity[security] switch { "0" => 0, "1" => 1, "2" => 2, "3" => 3, _ => null };

    /// <summary>As the sender knows it, else the receiver: the receiver's postcode may have become the hospital's.</summary>
    (int Easting, int Northing)? HomeOf(in WorklistEntry entry)
    {
        var region = facts.Region;
        if (entry.Oap >= 0 && region.Oaps[entry.Oap] is var oap && region.KeysOf[oap.Provider]!.Homes.TryGetValue(oap.Patient, out var sent))
        {
            return sent;
        }

        return entry.Spell >= 0 && region.Spells[entry.Spell] is var spell
            && region.KeysOf[spell.Provider]!.Homes.TryGetValue(spell.Patient, out var received)
                ? received
                : null;
    }

    int? Km((int Easting, int Northing)? home, in BedRow bed)
    {
        var site = facts.Reference.Site(facts.Region.Pools.Sites[bed.Site], facts.Region.MonthAt(month).LastDay);
        return Distance.Km(home?.Easting, home?.Northing, site?.Easting, site?.Northing);
    }

    Dictionary<(int Provider, int Ward), int> Taken()
    {
        var region = facts.Region;
        var end = region.MonthAt(month).End;
        var taken = new Dictionary<(int, int), int>();
        foreach (ref readonly var stay in region.Stays.AsSpan())
        {
            if (stay.Month == month && stay.Start <= end && stay.End > end)
            {
                var key = (region.Spells[stay.Spell].Provider, stay.Ward);
                taken[key] = taken.GetValueOrDefault(key) + 1;
            }
        }

        return taken;
    }
}
