using Homeward.Measures.Records;
using Homeward.Measures.Stories;
using Homeward.Measures.Time;
using Homeward.Reference;

namespace Homeward.Measures.Outputs;

/// <summary><c>restricted/placements</c>: every placement of every window, after matching and overlap.</summary>
static class PlacementsFile
{
    static readonly string[] Sources = ["both", "receiver_only", "sender_only"];
    static readonly string[] Classes = ["inappropriate", "appropriate", "unknown"];

    public static readonly string[] Flows = ["unknown", "in", "out"];

    public static MartFile Of(RunInput input, Region region, List<PlacementListed> placements)
    {
        var rows = placements.ToArray();
        Array.Sort(rows, (a, b) => Compare(region, a, b));
        string[] lines = [.. Enum.GetNames<ServiceLine>()];
        var pools = region.Pools;
        var table = new RowColumns<PlacementListed>(rows)
            .Day("reporting_period_start", _ => input.Period.Start)
            .Day("reporting_period_end", _ => input.Period.End)
            .OneOf("window", [.. Enumerable.Range(0, WindowNames.Count).Select(WindowNames.At)], r => r.Window)
            .Key("person_id", r => region.Persons[r.Person])
            .OneOf("source", Sources, r => (int)r.Source)
            .Key("hosp_prov_spell_id", r => r.Spell < 0 ? default : region.Key(region.Spells[r.Spell]))
            .Key("oap_id", r => r.Oap < 0 ? default : region.Key(region.Oaps[r.Oap]))
            .Code("sending_provider", pools.Organisations, r => r.Sender)
            .Code("receiving_provider", pools.Organisations, r => r.Receiver)
            .Code("oat_reason", pools.Reasons, r => r.Reason)
            .OneOf("class", Classes, r => (int)r.Class)
            .Day("receiver_start", r => r.Spell < 0 ? Day.Open : region.Spells[r.Spell].Start)
            .Day("receiver_end", r => r.Spell < 0 ? Day.Open : region.Spells[r.Spell].End)
            .Day("sender_start", r => r.Oap < 0 ? Day.Open : region.Oaps[r.Oap].Start)
            .Day("sender_end", r => r.Oap < 0 ? Day.Open : region.Oaps[r.Oap].End)
            .Day("start_date", r => r.Start)
            .Day("told_end_date", r => r.ToldEnd)
            .Day("end_date", r => r.End)
            .Day("last_seen", r => region.MonthAt(r.Month).Start)
            .Flag("active", r => r.Active)
            .Flag("lost", r => r.End == Day.Open && !r.Active)
            .Number("nights", r => r.Nights)
            .Code("site", pools.Sites, r => r.Site)
            .Code("bed_class", pools.BedClasses, r => r.BedClass)
            .OneOf("service_line", lines, r => r.Line == ServiceLine.Unknown ? -1 : (int)r.Line)
            .Code("home_icb", pools.Icbs, r => r.Home)
            .OneOf("flow", Flows, r => (int)r.Flow)
            .NumberOrNull("distance_km", r => r.Distance)
            .Constant("lens", "people")
            .OneOf("collaborative", [.. input.Reference.Collaboratives.Select(c => c.Code)], r => r.Collaborative)
            .Constant("run_id", input.RunId)
            .Table("placements");
        return new($"restricted/placements/period={input.Period}/data.parquet", table);
    }

    static int Compare(Region region, PlacementListed a, PlacementListed b)
    {
        var byWindow = a.Window.CompareTo(b.Window);
        return byWindow != 0 ? byWindow : Key(region, a).SequenceCompareTo(Key(region, b)) is not 0 and var byKey ? byKey : a.Source.CompareTo(b.Source);
    }

    /// <summary>The receiver's key, else the sender's: both begin with who submitted.</summary>
    static ReadOnlySpan<byte> Key(Region region, PlacementListed row) =>
        row.Spell >= 0 ? region.Key(region.Spells[row.Spell]) : region.Key(region.Oaps[row.Oap]);
}
