using Homeward.Columns;

namespace Homeward.Measures.Findings;

/// <summary>
/// The findings of the computation (submission.md §4), for <c>feedback/{provider}/{period}/region.csv</c>. Every run replaces them.
/// </summary>
public static class RegionFindings
{
    /// <summary>The file of a run that holds every provider's findings.</summary>
    public static string Path(Month period) => $"restricted/region_findings/period={period}/data.parquet";

    /// <summary>One entry per provider with an accepted submission of the period, by code; in each by table, key and rule.</summary>
    /// <param name="made">What <see cref="RegionRun.Compute"/> made of the input.</param>
    public static IReadOnlyList<ProviderFindings> ByProvider(RunInput input, IReadOnlyList<MartFile> made)
    {
        var table = made.Single(file => file.Path == Path(input.Period)).Table!;
        var provider = table.Text("org_id_provider");
        var rows = Enumerable.Range(0, table.RowCount).ToLookup(row => provider[row]!, row => Row(table, row), StringComparer.Ordinal);
        return
        [
            .. input.Months.Where(m => m.Period == input.Period).Select(m => m.Provider).Order(StringComparer.Ordinal)
                .Select(code => new ProviderFindings(code, [.. rows[code]])),
        ];
    }

    static RegionFinding Row(Table table, int row) => new(
        table.Text("rule")[row]!,
        table.Text("table")[row]!,
        table.Int32("line")[row],
        table.Text("key")[row]!,
        table.Text("field")[row],
        table.Text("value")[row]);
}
