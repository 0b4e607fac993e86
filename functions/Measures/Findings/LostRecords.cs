namespace Homeward.Measures.Findings;

/// <summary>Records that were open in the provider's last submission before the period's, and are absent from the period's (CON002).</summary>
static class LostRecords
{
    /// <summary>A child whose parent is absent too is not told of again.</summary>
    static readonly (string Table, string Key, string End, string? Parent)[] Told =
    [
        ("spells", "hosp_prov_spell_id", "disch_date_hosp_prov_spell", null),
        ("ward_stays", "ward_stay_id", "end_date_ward_stay", "hosp_prov_spell_id"),
        ("oaps", "oap_id", "end_date_oap", null),
        ("crfd", "crfd_id", "end_date", "hosp_prov_spell_id"),
        ("community", "caseload_id", "end_date", null),
    ];

    /// <returns>Table and key, with the provider's prefix.</returns>
    public static IEnumerable<(string Table, string Key)> Of(ProviderMonth before, ProviderMonth now)
    {
        var spells = Keys(now, "spells", "hosp_prov_spell_id");
        foreach (var (table, key, end, parent) in Told)
        {
            var told = before.Read(table, parent is null ? [key, end] : [key, end, parent]);
            var open = Enumerable.Range(0, told.RowCount)
                .Where(row => told.Date(end).IsNull(row) && (parent is null || spells.Contains(told.Text(parent)[row]!)))
                .Select(row => told.Text(key)[row]!)
                .ToArray();
            var present = open.Length == 0 ? [] : Keys(now, table, key);
            foreach (var lost in open.Where(k => !present.Contains(k)))
            {
                yield return (table, lost);
            }
        }
    }

    static HashSet<string> Keys(ProviderMonth month, string table, string key)
    {
        var column = month.Read(table, [key]).Text(key);
        return Enumerable.Range(0, column.Count).Select(row => column[row]!).ToHashSet(StringComparer.Ordinal);
    }
}
