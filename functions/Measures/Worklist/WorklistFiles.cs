using Homeward.Columns;
using Homeward.Measures.Worklist.Page;
using Homeward.Reference;

namespace Homeward.Measures.Worklist;

/// <summary>Worklists, one folder per owner, as table, as CSV and as a page.</summary>
static class WorklistFiles
{
    /// <summary>Every member has a list, if an empty one: nobody is left with last month's.</summary>
    /// <param name="worklist">The newest period's <c>restricted/worklist</c>.</param>
    public static IEnumerable<MartFile> Of(Table worklist, Month period, ReferenceData reference)
    {
        var owner = worklist.Text("owner");
        var rows = Enumerable.Range(0, worklist.RowCount).ToLookup(row => owner[row]!, StringComparer.Ordinal);
        var members = reference.Collaboratives.SelectMany(c => c.Members).Where(m => m.Effective.On(period.LastDay)).Select(m => m.Organisation);
        foreach (var code in rows.Select(list => list.Key).Concat(members).Distinct().Order(StringComparer.Ordinal))
        {
            var table = worklist.Take([.. rows[code]]);
            var folder = $"casework/worklist/sender={code}";
            yield return new($"{folder}/worklist.parquet", table);
            yield return new($"{folder}/worklist.csv", null, WorklistCsv.Of(table));
            yield return new($"{folder}/worklist.html", null, new WorklistPage(code, period, reference).Of(table));
        }
    }
}
