using Homeward.Columns;
using Homeward.Reference;
using Homeward.Submissions.Curated.People;

namespace Homeward.Submissions.Curated;

/// <summary>What the curation adds to each table.</summary>
sealed class Derivation(IReadOnlyDictionary<string, Table> sent, Persons persons, Lineage lineage, ReferenceData reference, Month month)
{
    const string Home = "home_icb";

    public IEnumerable<Column> Of(string table) => table switch
    {
        "patients" => persons.Derived(),
        "referrals" =>
        [
            persons.IdsOf(lineage.ReferralPatient),
            persons.Icbs.Column(Home, lineage.ReferralHome),
            LineColumn.Of(lineage.ReferralLine),
        ],
        "spells" => [persons.IdsOf(lineage.SpellPatient), persons.Icbs.Column(Home, lineage.SpellHome)],
        "ward_stays" =>
        [
            persons.IdsOf(lineage.StayPatient),
            persons.Icbs.Column(Home, PerCode.Through(lineage.StaySpell, lineage.SpellHome)),
            LineColumn.Of(StayLines(sent["ward_stays"])),
            .. Classes("ward_stays"),
            Distances.Of(lineage.StayPatient, persons.Residence, sent["ward_stays"].Text("site_id_of_ward"), reference, month),
        ],
        "beds" => [.. Classes("beds"), ClassLine("beds")],
        "oaps" =>
        [
            .. Person("oaps"),
            .. Classes("oaps"),
            ClassLine("oaps"),
            Distances.Of(PatientsOf("oaps"), persons.Residence, sent["oaps"].Text("site_id_receiving"), reference, month),
        ],
        "requests" => [.. Person("requests"), .. Classes("requests"), ClassLine("requests")],
        "reviews" or "community" => Person(table),
        "crfd" => [persons.IdsOf(PerCode.Through(PerCode.Parents(Key("crfd", "hosp_prov_spell_id"), Key("spells", "hosp_prov_spell_id")), lineage.SpellPatient))],
        "restrictive" => [persons.IdsOf(PerCode.Through(PerCode.Parents(Key("restrictive", "ward_stay_id"), Key("ward_stays", "ward_stay_id")), lineage.StayPatient))],
        _ => [],
    };

    TextColumn Key(string table, string column) => sent[table].Text(column);

    int[] PatientsOf(string table) => persons.Of(Key(table, "local_patient_id"));

    /// <summary>A row that hangs on a patient and on no referral.</summary>
    Column[] Person(string table)
    {
        var patients = PatientsOf(table);
        return [persons.IdsOf(patients), persons.Icbs.Column(Home, PerCode.Through(patients, persons.Home))];
    }

    Column[] Classes(string table)
    {
        var classes = Key(table, BedClasses.Column);
        return [BedClasses.Mapped(classes, reference.Codes), classes.Named(BedClasses.Submitted)];
    }

    TextColumn ClassLine(string table)
    {
        var classes = Key(table, BedClasses.Column);
        return LineColumn.Of(PerCode.Rows(classes, BedClasses.Lines(classes, reference.Codes), ServiceLine.Unknown));
    }

    /// <summary>The first known of the stay's service code, the referral's, the bed class (submission.md §3).</summary>
    ServiceLine[] StayLines(Table stays)
    {
        var (services, classes) = (stays.Text("specialised_mh_service_code"), stays.Text(BedClasses.Column));
        var (ofService, ofClass) = (LineColumn.OfServiceCodes(services, reference.Codes), BedClasses.Lines(classes, reference.Codes));
        var lines = GC.AllocateUninitializedArray<ServiceLine>(stays.RowCount);
        for (var row = 0; row < lines.Length; row++)
        {
            var service = services.Codes[row];
            var line = service < 0 ? ServiceLine.Unknown : ofService[service];
            if (line == ServiceLine.Unknown && lineage.StaySpell[row] is >= 0 and var spell)
            {
                line = lineage.SpellLine[spell];
            }

            var bed = classes.Codes[row];
            lines[row] = line == ServiceLine.Unknown && bed >= 0 ? ofClass[bed] : line;
        }

        return lines;
    }
}
