using Homeward.Columns;
using Homeward.Reference;
using Homeward.Submissions.Checking;
using Homeward.Submissions.Curated.People;
using Homeward.Submissions.Specification;

namespace Homeward.Submissions.Curated;

/// <summary>Turns accepted rows into curated tables (submission.md §6): nothing that identifies a person, everything that a measure needs.</summary>
public static class Curation
{
    /// <summary>Every table of the specification but the manifest, in its order, absent ones with no rows.</summary>
    public static IReadOnlyList<Table> Curate(CheckedSubmission submission, ReferenceData reference, PseudonymKeys keys)
    {
        var sent = submission.Tables.ToDictionary(table => table.Spec.Name, table => table.Accepted, StringComparer.Ordinal);
        var (provider, month) = (submission.Identity.Provider, submission.Identity.Period);
        var persons = new Persons(sent["patients"], provider, reference, keys, month.LastDay);
        var lineage = new Lineage(persons, sent["referrals"], sent["spells"], sent["ward_stays"], reference, month.LastDay);
        var derivation = new Derivation(sent, persons, lineage, reference, month);
        return [.. CuratedSchema.Tables.Select(name => sent[name].RowCount == 0
            ? CuratedSchema.Empty(name)
            : Table(SpecificationTables.Find(name)!, sent[name], derivation, provider, month))];
    }

    static Table Table(TableSpec spec, Table sent, Derivation derivation, string provider, Month month)
    {
        var columns = new Dictionary<string, Column>(StringComparer.Ordinal)
        {
            [CuratedSchema.Provider] = TextColumn.Constant(CuratedSchema.Provider, provider, sent.RowCount),
            [CuratedSchema.Period] = FirstDay(month, sent.RowCount),
            [CuratedSchema.SourceLine] = sent[CuratedSchema.SourceLine],
        };
        foreach (var field in spec.Fields.Where(field => !field.Confidential))
        {
            columns[field.Column] = field.Kind is FieldKind.Key or FieldKind.Parent or FieldKind.LocalKey
                ? Key(spec, field, sent, provider)
                : sent[field.Column];
        }

        foreach (var column in derivation.Of(spec.Name))
        {
            columns[column.Name] = column;
        }

        return new Table(spec.Name, [.. CuratedSchema.Of(spec.Name).Select(column => columns[column.Name])]);
    }

    /// <summary>submission.md §3: a spell named by a review or by spend is another organisation's where one is named, or may be the payee's.</summary>
    static TextColumn Key(TableSpec spec, Field field, Table sent, string provider) => (spec.Name, field.Column) switch
    {
        ("reviews", "hosp_prov_spell_id") => LocalKeys.Of(sent.Text(field.Column), sent.Text("org_id_spell"), null, provider),
        ("spend", "hosp_prov_spell_id") => LocalKeys.Of(sent.Text(field.Column), sent.Text("org_id_spell"), sent.Text("org_id_payee"), provider),
        _ => LocalKeys.Of(sent.Text(field.Column), provider),
    };

    static DateColumn FirstDay(Month month, int rows)
    {
        var days = GC.AllocateUninitializedArray<int>(rows);
        Array.Fill(days, month.Start);
        return new DateColumn(CuratedSchema.Period, days);
    }
}
