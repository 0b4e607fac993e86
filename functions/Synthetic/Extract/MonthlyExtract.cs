using Homeward.Columns;
using Homeward.Submissions.Specification;
using Homeward.Synthetic.Files;
using Homeward.Synthetic.Story;

namespace Homeward.Synthetic.Extract;

/// <summary>What a provider's system exports for one month: records open in it or ended in it, as known on its last day.</summary>
/// <param name="seen">Which stays the system has; a first extract may miss some.</param>
sealed class MonthlyExtract(ProviderRecords records, Month month, Func<Episode, bool>? seen = null)
{
    readonly List<LocalSpell> spells = [.. records.Spells.Where(spell => InMonth(spell, month) && (seen?.Invoke(spell.Episode) ?? true))];
    readonly List<OapRow> oaps = [.. OapRow.Of(records.Sent.Where(spell => seen?.Invoke(spell.Episode) ?? true), month)];

    /// <summary>The tables that the provider sends: the manifest is not among them.</summary>
    public static IReadOnlyList<TableSpec> Tables { get; } =
    [
        SpecificationTables.Patients, SpecificationTables.Referrals, SpecificationTables.Spells,
        SpecificationTables.WardStays, SpecificationTables.Beds, SpecificationTables.Oaps,
    ];

    /// <summary>Writes a table's rows, the header left out.</summary>
    public void Write(TableSpec table, CsvSink csv)
    {
        Action<CsvSink> rows = table.Name switch
        {
            "patients" => Patients,
            "referrals" => Referrals,
            "spells" => Spells,
            "ward_stays" => WardStays,
            "beds" => Beds,
            _ => Oaps,
        };
        rows(csv);
    }

    void Patients(CsvSink csv)
    {
        var here = spells.ToLookup(spell => spell.Patient);
        var patients = spells.Select(spell => (spell.Patient, spell.Episode.Person))
            .Concat(oaps.Select(row => (row.Spell.Patient, row.Spell.Episode.Person)));
        foreach (var (number, person) in patients.DistinctBy(patient => patient.Patient).OrderBy(patient => patient.Patient))
        {
            var moved = here[number].FirstOrDefault(spell => spell.Episode.PostcodeBecomesHospital <= month.LastDay);
            csv.Key('P', number).Text(person.NhsNumber).Text("01").Date(person.Born);
            csv.Text(moved is null ? person.Place.Postcode : moved.Episode.Parts[0].Ward.Site.Postcode);
            csv.Text(person.Gender).Text(person.Ethnicity).Text(person.Practice).Text("").End();
        }
    }

    void Referrals(CsvSink csv)
    {
        foreach (var (episode, number, patient) in spells)
        {
            var label = (episode.Placement?.By & Recorded.Receiver) > 0 ? episode.Placement : null;
            csv.Key('R', number).Key('P', patient).Text(episode.Commissioner).Date(episode.Referred).Text(episode.ReferralSource);
            csv.Text(label is null ? episode.Person.Home.LocalProvider : label.SenderSite ?? label.Sender);
            csv.Text(episode.PrimaryReason).Text(episode.Parts[0].Ward.Service).Text(label?.ReceiverReason ?? label?.Reason);
            csv.Date(episode.Referred).Text("ADM").Text("").Date(Known(episode.End)).End();
        }
    }

    void Spells(CsvSink csv)
    {
        foreach (var (episode, number, _) in spells)
        {
            var end = Known(episode.End);
            csv.Key('S', number).Key('R', number).Date(episode.Start).Text(episode.ReferralSource == "I1" ? "53" : "19");
            csv.Text(episode.ReferralSource switch { "I1" => "81", "H1" => "21", _ => "11" }).Date(null).Date(end);
            csv.Text(end is null ? "" : "1").Text(end is null ? "" : episode.Destination).Text(episode.LegalStatus).End();
        }
    }

    void WardStays(CsvSink csv)
    {
        foreach (var (episode, number, _) in spells)
        {
            for (var i = 0; i < episode.Parts.Count; i++)
            {
                var part = episode.Parts[i];
                if (part.Start > month.LastDay || part.End < month.FirstDay)
                    continue;
                csv.Key((char)('A' + i), number).Key('S', number).Text(part.Ward.Code).Text(part.Ward.Site.Code);
                csv.Date(part.Start).Date(Known(part.End)).Text(BedCodes.In(month, part.Ward.BedClass)).Text(part.Ward.Service);
                csv.Integer(Nights.In(month, part.Start, part.End) * part.Leave / 100).End();
            }
        }
    }

    void Beds(CsvSink csv)
    {
        foreach (var capacity in records.Wards)
        {
            var (ward, closed) = (capacity.Ward, capacity.ClosedBedDays(month));
            csv.Text(ward.Code).Text(ward.Site.Code).Text(ward.Name).Text(BedCodes.In(month, ward.BedClass)).Text(ward.Sex);
            csv.Integer(ward.Security).Integer(capacity.Beds).Integer(capacity.AvailableBedDays(month)).Integer(closed);
            csv.Integer(capacity.Beds).Text(closed > 0 ? "STF" : "").End();
        }
    }

    void Oaps(CsvSink csv)
    {
        foreach (var ((episode, number, patient), start, end) in oaps)
        {
            var placement = episode.Placement!;
            csv.Key('O', number).Key('P', patient).Text(records.Provider.Code).Text(episode.Provider.Code);
            csv.Text(episode.Parts[0].Ward.Site.Code).Text(placement.Reason).Date(start).Date(end);
            csv.Text(BedCodes.In(month, episode.Parts[0].Ward.BedClass)).Text(end is null ? "" : placement.EndReason);
            csv.Integer(placement.DailyRate == 0 ? null : placement.DailyRate).Date(null).Text(placement.Barrier).End();
        }
    }

    DateOnly? Known(DateOnly? day) => day <= month.LastDay ? day : null;

    static bool InMonth(LocalSpell spell, Month month) => spell.Episode.IsIn(month.FirstDay, month.LastDay);
}
