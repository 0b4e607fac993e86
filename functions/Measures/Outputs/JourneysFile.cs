using Homeward.Measures.Records;
using Homeward.Measures.Stories;
using Homeward.Reference;

namespace Homeward.Measures.Outputs;

/// <summary><c>restricted/journeys</c>: every journey of the period's month, as the people lens has it.</summary>
static class JourneysFile
{
    public static MartFile Of(RunInput input, Region region, List<JourneyListed> journeys)
    {
        var rows = journeys.ToArray();
        Array.Sort(rows, (a, b) => Key(region, a.First).SequenceCompareTo(Key(region, b.First)));
        string[] collaboratives = [.. input.Reference.Collaboratives.Select(c => c.Code)];
        var pools = region.Pools;
        var table = new RowColumns<JourneyListed>(rows)
            .Day("reporting_period_start", _ => input.Period.Start)
            .Day("reporting_period_end", _ => input.Period.End)
            .Key("person_id", r => region.Persons[r.Person])
            .Key("first_hosp_prov_spell_id", r => Spell(region, r.First))
            .Key("first_oap_id", r => Oap(region, r.First))
            .Key("last_hosp_prov_spell_id", r => Spell(region, r.Last))
            .Key("last_oap_id", r => Oap(region, r.Last))
            .Number("spells", r => r.Spells)
            .Day("start_date", r => r.Start)
            .Day("end_date", r => r.End)
            .Flag("open", r => r.Open)
            .Flag("lost", r => r.End == Day.Open && !r.Open)
            .OneOf("service_line", Enum.GetNames<ServiceLine>(), r => r.Line == ServiceLine.Unknown ? -1 : (int)r.Line)
            .Code("home_icb", pools.Icbs, r => r.Home)
            .Constant("lens", "people")
            .OneOf("collaborative_at_start", collaboratives, r => r.CollaborativeAtStart)
            .OneOf("collaborative_at_end", collaboratives, r => r.CollaborativeAtEnd)
            .Constant("run_id", input.RunId)
            .Table("journeys");
        return new($"restricted/journeys/period={input.Period}/data.parquet", table);
    }

    static ReadOnlySpan<byte> Spell(Region region, SpellPlace at) => at.Spell < 0 ? default : region.Key(region.Spells[at.Spell]);

    static ReadOnlySpan<byte> Oap(Region region, SpellPlace at) => at.Oap < 0 ? default : region.Key(region.Oaps[at.Oap]);

    static ReadOnlySpan<byte> Key(Region region, SpellPlace at) => at.Spell >= 0 ? Spell(region, at) : Oap(region, at);
}
