using Homeward.Measures.Records;
using Homeward.Measures.Stories;
using Homeward.Reference;

namespace Homeward.Measures.Outputs;

/// <summary><c>restricted/stays</c>: every ward stay of the month, and what stands for one, with flow, distance and both collaboratives.</summary>
static class StaysFile
{
    public static MartFile Of(RunInput input, Region region, List<StayListed> stays)
    {
        var rows = stays.ToArray();
        Array.Sort(rows, (a, b) => Key(region, a).SequenceCompareTo(Key(region, b)) is not 0 and var byKey ? byKey : (a.Stay < 0).CompareTo(b.Stay < 0));
        string[] lines = [.. Enum.GetNames<ServiceLine>()];
        string[] collaboratives = [.. input.Reference.Collaboratives.Select(c => c.Code)];
        var pools = region.Pools;
        var table = new RowColumns<StayListed>(rows)
            .Day("reporting_period_start", _ => input.Period.Start)
            .Day("reporting_period_end", _ => input.Period.End)
            .Code("org_id_provider", pools.Organisations, r => r.Provider)
            .Key("person_id", r => region.Persons[r.Person])
            .OneOf("source", ["submitter", "sender_only"], r => r.Stay < 0 ? 1 : 0)
            .Key("ward_stay_id", r => r.Stay < 0 ? default : region.Key(region.Stays[r.Stay]))
            .Key("hosp_prov_spell_id", r => r.Stay < 0 ? default : region.Key(region.Spells[region.Stays[r.Stay].Spell]))
            .Key("oap_id", r => r.Oap < 0 ? default : region.Key(region.Oaps[r.Oap]))
            .Flag("placement", r => r.Placed)
            .Day("start_date", r => r.Start)
            .Day("end_date", r => r.End)
            .Day("last_seen", r => region.MonthAt(r.Month).Start)
            .Flag("open", r => r.Open)
            .Number("nights", r => r.Nights)
            .Number("leave_days", r => r.Leave)
            .Code("site", pools.Sites, r => r.Site)
            .Code("bed_class", pools.BedClasses, r => r.BedClass)
            .OneOf("service_line", lines, r => r.Line == ServiceLine.Unknown ? -1 : (int)r.Line)
            .Code("home_icb", pools.Icbs, r => r.Home)
            .OneOf("flow", PlacementsFile.Flows, r => (int)r.Flow)
            .NumberOrNull("distance_km", r => r.Distance)
            .OneOf("people_collaborative", collaboratives, r => r.PeopleCollaborative)
            .OneOf("beds_collaborative", collaboratives, r => r.BedsCollaborative)
            .Constant("run_id", input.RunId)
            .Table("stays");
        return new($"restricted/stays/period={input.Period}/data.parquet", table);
    }

    static ReadOnlySpan<byte> Key(Region region, StayListed row) =>
        row.Stay >= 0 ? region.Key(region.Stays[row.Stay]) : region.Key(region.Oaps[row.Oap]);
}
