using Homeward.Submissions.Specification;

namespace Homeward.Synthetic.Defects;

/// <summary>What a month's submission leaves open: what is open in one month and absent in the next is lost to follow-up (CON002).</summary>
sealed class OpenRecords
{
    // A child of a spell that is absent too is not told of again.
    static readonly (TableSpec Table, string End, string? Spell)[] Told =
    [
        (SpecificationTables.Spells, "DischDateHospProvSpell", null),
        (SpecificationTables.WardStays, "EndDateWardStay", "HospProvSpellID"),
        (SpecificationTables.Oaps, "EndDateOAP", null),
        (SpecificationTables.Crfd, "EndDate", "HospProvSpellID"),
        (SpecificationTables.Community, "EndDate", null),
    ];

    readonly HashSet<(string Table, string Key)> present = [];
    readonly List<(string Table, string Key, string? Spell)> open = [];

    /// <param name="rejected">Rows that do not count.</param>
    public OpenRecords(Draft draft, IReadOnlySet<DraftRow> rejected)
    {
        foreach (var (table, end, spell) in Told)
        {
            foreach (var row in draft[table.Name].Where(row => !rejected.Contains(row)))
            {
                var key = row[table.Key!.Name];
                present.Add((table.Name, key));
                if (row[end] == "")
                    open.Add((table.Name, key, spell is null ? null : row[spell]));
            }
        }
    }

    public bool HasOpenSpell(string key) => open.Contains((SpecificationTables.Spells.Name, key, null));

    /// <summary>Table and key of what is open here and absent from the month after.</summary>
    public IEnumerable<(string Table, string Key)> LostIn(OpenRecords next) => open
        .Where(record => !next.present.Contains((record.Table, record.Key)))
        .Where(record => record.Spell is null || next.present.Contains((SpecificationTables.Spells.Name, record.Spell)))
        .Select(record => (record.Table, record.Key));
}
