using Homeward.Columns;

namespace Homeward.Measures.Worklist;

/// <summary>A collaborative's worklists, one folder per owner, as table, as CSV and as a page.</summary>
static class WorklistFiles
{
    /// <param name="worklist">The newest period's <c>restricted/worklist</c>, by owner.</param>
    public static IEnumerable<MartFile> Of(Table worklist)
    {
        var owner = worklist.Text("owner");
        var owners = Enumerable.Range(0, worklist.RowCount).GroupBy(row => owner[row]!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal);
        foreach (var rows in owners)
        {
            var table = worklist.Take(rows.ToArray());
            var folder = $"casework/worklist/sender={rows.Key}";
            yield return new($"{folder}/worklist.parquet", table);
            yield return new($"{folder}/worklist.csv", null, WorklistCsv.Of(table));
            yield return new($"{folder}/worklist.html", null, WorklistPage.Of(rows.Key, table));
        }
    }
}
