using System.Text;
using Homeward.Columns;
using Homeward.Measures.Outputs;
using Homeward.Measures.Records;
using Homeward.Measures.Stories;
using Homeward.Reference;

namespace Homeward.Measures.Worklist;

/// <summary><c>restricted/worklist</c>: every person to bring home at the period's end, for all senders.</summary>
static class WorklistTable
{
    const int Wards = 3;

    /// <summary>Every column, in order.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "reporting_period_end", "owner", "collaborative", "kind", "person_id", "sender_patient", "receiver_patient", "sending_provider",
        "receiving_provider", "receiving_provider_name", "site", "class", "oat_reason", "service_line", "bed_class", "security", "sex", "age",
        "legal_status", "home_icb", "start_date", "nights", "distance_km", "cost_per_day", "cost_to_date", "last_review", "next_review",
        "review_overdue", "reviewed_in_time", "ready_since", "estimated_discharge", "planned_return", "barrier", "bed_today",
        "ward_1", "ward_1_name", "ward_1_site", "ward_1_free", "ward_1_km",
        "ward_2", "ward_2_name", "ward_2_site", "ward_2_free", "ward_2_km",
        "ward_3", "ward_3_name", "ward_3_site", "ward_3_free", "ward_3_km", "run_id",
    ];

    /// <param name="Owner">Whose list it is on: the sender's, where that is a member; else the lead's of the person's collaborative.</param>
    sealed record Row(WorklistEntry Entry, string Owner, int Security, int Nights, AwayCost Cost, IReadOnlyList<FittingWard> Wards)
    {
        public FittingWard? Ward(int at) => at < Wards.Count ? Wards[at] : null;
    }

    public static MartFile Of(RunInput input, RegionFacts facts, List<WorklistEntry> entries, LevelTexts texts)
    {
        var region = facts.Region;
        var beds = new FreeBeds(facts, input.Period - region.First);
        var rows = entries.Select(entry => RowOf(input, facts, beds, entry))
            .OrderBy(row => row.Owner, StringComparer.Ordinal)
            .ThenBy(row => row.Wards.Count == 0)
            .ThenByDescending(row => row.Nights)
            .ThenBy(row => Key(region, row.Entry), StringComparer.Ordinal)
            .ToArray();
        return new($"restricted/worklist/period={input.Period}/data.parquet", Table(input, facts, rows, texts));
    }

    static Row RowOf(RunInput input, RegionFacts facts, FreeBeds beds, WorklistEntry entry)
    {
        var rate = entry.Oap < 0 ? -1 : facts.Region.Oaps[entry.Oap].DailyRate;
        var cost = AwayCost.Of(facts.Region.Small.Costs.RowsOf(entry.Oap, entry.Spell), rate, entry.Start, input.Period);
        return new(entry, Owner(input, facts, entry), beds.SecurityOf(entry), input.Period.End + 1 - entry.Start, cost, beds.Fitting(entry));
    }

    static string Owner(RunInput input, RegionFacts facts, in WorklistEntry entry)
    {
        var collaborative = facts.Memberships.Collaboratives[entry.Collaborative];
        var sender = entry.Sender == 0 ? null : facts.Region.Pools.Organisations[entry.Sender];
        var members = collaborative.Members.Where(m => m.Effective.On(input.Period.LastDay)).ToArray();
        return members.FirstOrDefault(m => m.Organisation == sender)?.Organisation
            ?? members.OrderBy(m => m.Role).ThenBy(m => m.Organisation, StringComparer.Ordinal).Select(m => m.Organisation).FirstOrDefault()
            ?? collaborative.Code;
    }

    static string Key(Region region, in WorklistEntry entry) => Encoding.UTF8.GetString(
        entry.Spell >= 0 ? region.Key(region.Spells[entry.Spell]) : region.Key(region.Oaps[entry.Oap]));

    static Table Table(RunInput input, RegionFacts facts, Row[] rows, LevelTexts texts)
    {
        var region = facts.Region;
        var pools = region.Pools;
        var columns = new RowColumns<Row>(rows)
            .Day("reporting_period_end", _ => input.Period.End)
            .Text("owner", r => r.Owner)
            .Text("collaborative", r => facts.Memberships.Collaboratives[r.Entry.Collaborative].Code)
            .Text("kind", r => r.Entry.Class is null ? "unlabelled" : "placement")
            .Key("person_id", r => region.Persons[r.Entry.Person])
            .Text("sender_patient", r => LocalPatient.OfSender(region, r.Entry).Id(region))
            .Text("receiver_patient", r => LocalPatient.OfReceiver(region, r.Entry).Id(region))
            .Code("sending_provider", pools.Organisations, r => r.Entry.Sender)
            .Code("receiving_provider", pools.Organisations, r => r.Entry.Receiver)
            .Text("receiving_provider_name", r => texts.Organisation(pools.Organisations[r.Entry.Receiver]).Description)
            .Code("site", pools.Sites, r => r.Entry.Site)
            .Text("class", r => r.Entry.Class?.ToString().ToLowerInvariant())
            .Code("oat_reason", pools.Reasons, r => r.Entry.Reason)
            .OneOf("service_line", Enum.GetNames<ServiceLine>(), r => r.Entry.Line == ServiceLine.Unknown ? -1 : (int)r.Entry.Line)
            .Code("bed_class", pools.BedClasses, r => r.Entry.BedClass)
            .Number("security", r => r.Security)
            .Code("sex", pools.Genders, r => r.Entry.Demographics.Gender)
            .NumberOrNull("age", r => r.Entry.Demographics.Age)
            .Code("legal_status", pools.LegalStatuses, r => r.Entry.Spell < 0 ? 0 : region.Spells[r.Entry.Spell].LegalStatus)
            .Code("home_icb", pools.Icbs, r => r.Entry.Home)
            .Day("start_date", r => r.Entry.Start)
            .Number("nights", r => r.Nights)
            .NumberOrNull("distance_km", r => r.Entry.Distance)
            .Double("cost_per_day", r => r.Cost.PerDay)
            .Double("cost_to_date", r => r.Cost.ToDate)
            .Day("last_review", r => r.Entry.Reviews.LastReview == int.MinValue ? Day.Open : r.Entry.Reviews.LastReview)
            .Day("next_review", r => r.Entry.Reviews.NextDue)
            .Flag("review_overdue", r => r.Entry.Reviews.NextDue <= input.Period.End)
            .Flag("reviewed_in_time", r => r.Entry.Reviewed)
            .Day("ready_since", r => r.Entry.ReadySince)
            .Day("estimated_discharge", r => r.Entry.Spell < 0 ? Day.Open : region.Spells[r.Entry.Spell].EstimatedDischarge)
            .Day("planned_return", r => r.Entry.Reviews.PlannedReturn)
            .Code("barrier", pools.Barriers, r => r.Entry.Reviews.Barrier)
            .Flag("bed_today", r => r.Wards.Count > 0);
        for (var i = 0; i < Wards; i++)
        {
            var at = i;
            columns.Text($"ward_{at + 1}", r => r.Ward(at)?.Ward)
                .Text($"ward_{at + 1}_name", r => r.Ward(at)?.Name)
                .Text($"ward_{at + 1}_site", r => r.Ward(at)?.Site)
                .NumberOrNull($"ward_{at + 1}_free", r => r.Ward(at)?.Free ?? -1)
                .NumberOrNull($"ward_{at + 1}_km", r => r.Ward(at)?.Km ?? -1);
        }

        return columns.Constant("run_id", input.RunId).Table("worklist");
    }
}
