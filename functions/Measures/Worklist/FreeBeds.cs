using System.Text;
using Homeward.Measures.Records;
using Homeward.Measures.Stories;
using Homeward.Reference;

namespace Homeward.Measures.Worklist;

/// <summary>A ward that could take a person.</summary>
/// <param name="Ward">Its code, with its provider's prefix.</param>
/// <param name="Name">What it is called; its code where nobody says.</param>
/// <param name="Free">Open beds less the ward stays open at the period's end.</param>
/// <param name="Km">From the person's home; null where either place is unknown.</param>
sealed record FittingWard(string Ward, string Name, string Site, int Free, int? Km);

/// <summary>The wards of members that have a bed free at the period's end, and whom they fit.</summary>
sealed class FreeBeds
{
    const int Most = 3;

    readonly RegionFacts facts;
    readonly int month;
    readonly ILookup<int, (BedRow Bed, int Free)> wardsByClass;
    readonly Dictionary<(int Provider, int Ward), BedRow> byWard = [];
    readonly HashSet<(int Collaborative, string Organisation)> members = [];

    public FreeBeds(RegionFacts facts, int month)
    {
        (this.facts, this.month) = (facts, month);
        var collaboratives = facts.Memberships.Collaboratives;
        var lastDay = facts.Region.MonthAt(month).LastDay;
        for (var c = 0; c < collaboratives.Count; c++)
        {
            members.UnionWith(collaboratives[c].Members.Where(m => m.Effective.On(lastDay)).Select(m => (c, m.Organisation)));
        }

        var taken = Taken();
        var wards = new List<(BedRow Bed, int Free)>();
        foreach (var bed in facts.Region.Small.Beds.Where(b => b.Month == month))
        {
            byWard[(bed.Provider, bed.Ward)] = bed;
            var free = bed.Open - taken.GetValueOrDefault((bed.Provider, bed.Ward));
            if (bed.Open >= 0 && free > 0)
            {
                wards.Add((bed, free));
            }
        }

        wardsByClass = wards.ToLookup(ward => ward.Bed.BedClass);
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
            .. wardsByClass[person.BedClass].Where(w => Fits(person, security, w.Bed))
                .Select(w => Ward(w.Bed, w.Free, home))
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
        return entry.BedClass != 0
            && (sex == "X" || (sex == "M" && gender == "1") || (sex == "F" && gender == "2"))
            && (Level(bed.Security) ?? 0) >= security
            && members.Contains((entry.Collaborative, pools.Organisations[bed.Provider]))
            && facts.Lenses.FlowOf(entry.Home, entry.Line, bed.Site, month) == Flow.In;
    }

    FittingWard Ward(in BedRow bed, int free, (int Easting, int Northing)? home)
    {
        var keys = facts.Region.KeysOf[bed.Provider]!;
        var code = Encoding.UTF8.GetString(keys.Wards[bed.Ward]);
        var name = keys.WardNames.GetValueOrDefault(bed.Ward) ?? code[(code.IndexOf('|', StringComparison.Ordinal) + 1)..];
        return new(code, name, facts.Region.Pools.Sites[bed.Site], free, Km(home, bed));
    }

    int? Level(int security) => facts.Region.Pools.WardSecurity[security] switch { "0" => 0, "1" => 1, "2" => 2, "3" => 3, _ => null };

    /// <summary>As the sender knows it, else the receiver: the receiver's postcode may have become the hospital's.</summary>
    (int Easting, int Northing)? HomeOf(in WorklistEntry entry) =>
        LocalPatient.OfSender(facts.Region, entry).Home(facts.Region) ?? LocalPatient.OfReceiver(facts.Region, entry).Home(facts.Region);

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
