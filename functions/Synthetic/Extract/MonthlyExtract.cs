using Homeward.Columns;
using Homeward.Submissions.Specification;
using Homeward.Synthetic.Files;
using Homeward.Synthetic.Story;

namespace Homeward.Synthetic.Extract;

/// <summary>What a provider's system exports for one month: records open in it or ended in it, as known on its last day.</summary>
sealed class MonthlyExtract
{
    readonly Dictionary<TableSpec, Action<CsvSink>> tables;

    /// <param name="seen">Which stays the system has; a first extract may miss some. Null: all.</param>
    public MonthlyExtract(ProviderRecords records, Month month, Func<Episode, bool>? seen = null)
    {
        var inpatients = new InpatientRows(records, month, seen);
        var oaps = new OapRows(records, month, seen);
        var reviews = new ReviewRows(records, month, seen);
        var hub = new HubRows(records, month);
        var community = new CommunityRows(records, month);
        var patients = new PatientRows(
            month, [.. inpatients.Spells], [.. oaps.People, .. inpatients.EnquiringPeople, .. hub.People, .. community.People]);
        tables = new()
        {
            [SpecificationTables.Patients] = patients.Write,
            [SpecificationTables.Referrals] = inpatients.Referrals,
            [SpecificationTables.Spells] = inpatients.SpellRows,
            [SpecificationTables.WardStays] = inpatients.WardStays,
            [SpecificationTables.Beds] = new BedRows(records, month).Write,
            [SpecificationTables.Oaps] = oaps.Write,
            [SpecificationTables.Reviews] = reviews.Write,
            [SpecificationTables.Requests] = hub.Requests,
            [SpecificationTables.Offers] = hub.Offers,
            [SpecificationTables.Crfd] = inpatients.ReadyForDischarge,
            [SpecificationTables.Community] = community.Write,
            [SpecificationTables.Spend] = new SpendRows(records, month).Write,
            [SpecificationTables.Restrictive] = new RestrictiveRows(records, month).Write,
        };
        Tables = [.. SpecificationTables.All.Where(table => tables.ContainsKey(table) && (table.Mandatory || records.Keeps.Contains(table.Name)))];
    }

    /// <summary>The tables that the provider sends, in the specification's order; the manifest is not among them.</summary>
    public IReadOnlyList<TableSpec> Tables { get; }

    /// <summary>Writes a table's rows, the header left out.</summary>
    public void Write(TableSpec table, CsvSink csv) => tables[table](csv);
}
