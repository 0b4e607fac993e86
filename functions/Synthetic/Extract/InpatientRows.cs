using Homeward.Columns;
using Homeward.Synthetic.Files;
using Homeward.Synthetic.Story;

namespace Homeward.Synthetic.Extract;

/// <summary>referrals, spells, ward_stays and crfd.</summary>
sealed class InpatientRows(ProviderRecords records, Month month, Func<Episode, bool>? seen)
{
    readonly IReadOnlyList<Local<Enquiry>> enquiries = records.Enquiries[month];

    /// <summary>Open in the month or ended in it.</summary>
    public IReadOnlyList<Local<Episode>> Spells { get; } =
        seen is null ? records.Spells[month] : [.. records.Spells[month].Where(spell => seen(spell.Event))];

    public IEnumerable<(int Patient, Person Person)> EnquiringPeople => enquiries.Select(enquiry => (enquiry.Patient, enquiry.Event.Person));

    public void Referrals(CsvSink csv)
    {
        foreach (var (episode, number, patient) in Spells)
        {
            var label = episode.Placement is { } placement && placement.By.HasFlag(Recorded.Receiver) ? placement : null;
            csv.Key('R', number).Key('P', patient).Text(episode.Commissioner).Date(episode.Referred).Text(episode.ReferralSource);
            csv.Text(label is null ? episode.Person.Home.LocalProvider : label.SenderSite ?? label.Sender);
            csv.Text(episode.PrimaryReason).Text(episode.Parts[0].Ward.Service).Text(label?.ReceiverReason ?? label?.Reason);
            csv.Date(episode.Referred).Text("ADM").Text("").Date(Known(episode.End)).End();
        }

        foreach (var (enquiry, number, patient) in enquiries)
        {
            var decided = Known(enquiry.Decided);
            csv.Key('Q', number).Key('P', patient).Text(enquiry.Person.Home.Icb).Date(enquiry.Received).Text("H1");
            csv.Text(enquiry.Person.Home.LocalProvider).Text(enquiry.PrimaryReason).Text("").Text("").Date(decided);
            csv.Text(decided is null ? "PND" : enquiry.Outcome).Text(decided is null ? "" : enquiry.Alternative).Date(decided).End();
        }
    }

    public void SpellRows(CsvSink csv)
    {
        foreach (var (episode, number, _) in Spells)
        {
            var end = Known(episode.End);
            csv.Key('S', number).Key('R', number).Date(episode.Start).Text(episode.ReferralSource == "I1" ? "53" : "19");
            csv.Text(episode.ReferralSource switch { "I1" => "81", "H1" => "21", _ => "11" }).Date(null).Date(end);
            csv.Text(end is null ? "" : "1").Text(end is null ? "" : episode.Destination).Text(episode.LegalStatus).End();
        }
    }

    public void WardStays(CsvSink csv)
    {
        foreach (var (episode, number, _) in Spells)
        {
            for (var i = 0; i < episode.Parts.Count; i++)
            {
                var part = episode.Parts[i];
                if (!Has(part))
                    continue;
                csv.Key(PartKey(i), number).Key('S', number).Text(part.Ward.Code).Text(part.Ward.Site.Code);
                csv.Date(part.Start).Date(Known(part.End)).Text(BedCodes.In(month, part.Ward.BedClass)).Text(part.Ward.Service);
                csv.Integer(Nights.In(month, part.Start, part.End) * part.Leave / 100).End();
            }
        }
    }

    public void ReadyForDischarge(CsvSink csv)
    {
        foreach (var (episode, number, _) in Spells.Where(spell => spell.Event.ReadyOn <= month.LastDay))
        {
            var (reason, attributable) = (number % 5) switch { 0 => ("03", "05"), 1 => ("18", "05"), 2 => ("09", "04"), 3 => ("36", "04"), _ => ("35", "06") };
            csv.Key('D', number).Key('S', number).Date(episode.ReadyOn).Date(Known(episode.End)).Text(reason).Text(attributable).End();
        }
    }

    bool Has(WardPart part) => part.Start <= month.LastDay && (part.End is null || part.End >= month.FirstDay);

    /// <summary>The letter that a ward stay's key begins with.</summary>
    public static char PartKey(int part) => (char)('A' + part);

    DateOnly? Known(DateOnly? day) => day <= month.LastDay ? day : null;
}
