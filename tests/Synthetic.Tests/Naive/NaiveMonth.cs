using Homeward.Columns;
using Homeward.Submissions.Specification;

namespace Homeward.Synthetic.Tests.Naive;

/// <summary>What stands of a provider's month: rows broken on purpose and rows under them left out.</summary>
sealed class NaiveMonth
{
    readonly Dictionary<string, IReadOnlyList<NaiveRow>> tables = [];

    public NaiveMonth(SyntheticUpload upload)
    {
        Provider = upload.Identity.Provider;
        Period = upload.Identity.Period;
        foreach (var table in SpecificationTables.All.Where(table => upload.Files.ContainsKey($"{table.Name}.csv")))
        {
            var broken = upload.Broken.Where(row => row.Table == table.Name).Select(row => row.Line).ToHashSet();
            var rows = NaiveTable.Read(upload.Files[$"{table.Name}.csv"]).Where(row => !broken.Contains(row.Line));
            foreach (var parent in table.Parents)
            {
                var keys = this[parent.Parent!].Select(row => row[SpecificationTables.Find(parent.Parent!)!.Key!.Name]).ToHashSet();
                rows = rows.Where(row => keys.Contains(row[parent.Name]));
            }

            tables[table.Name] = [.. rows];
        }
    }

    public string Provider { get; }

    public Month Period { get; }

    public IReadOnlyList<NaiveRow> this[string table] => tables.TryGetValue(table, out var rows) ? rows : [];

    /// <summary>The submission that stands for each provider and month: of those not refused, the one received last.</summary>
    public static IReadOnlyList<NaiveMonth> Current(SyntheticRegion region) =>
    [
        .. region.Uploads.Where(upload => !upload.Rejected)
            .GroupBy(upload => (upload.Identity.Provider, upload.Identity.Period))
            .Select(month => month.OrderBy(upload => upload.Created).ThenBy(upload => upload.Identity.Upload, StringComparer.Ordinal).Last())
            .Select(upload => new NaiveMonth(upload)),
    ];
}
