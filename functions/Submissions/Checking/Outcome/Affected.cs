using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Checking.Outcome;

/// <summary>How many rows each rejecting rule costs: those it rejects, and all rows under them.</summary>
/// <remarks>GEN006 is charged only for rows whose parent is missing: where the parent is rejected, the parent's rule is to blame.</remarks>
static class Affected
{
    public static IReadOnlyDictionary<string, long> Of(IReadOnlyList<Sheet> sheets, IEnumerable<RuleFindings> found)
    {
        var below = RowsBelow(sheets);
        var affected = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var rule in found.Where(rule => rule.Hits is not null))
        {
            var sheet = rule.Sheet;
            var counts = below[sheet.Name];
            foreach (var row in rule.Hits!.Rows())
            {
                if (rule.Rule.Id != "GEN006" || sheet.ParentRows[row] < 0)
                {
                    affected[rule.Rule.Id] = affected.GetValueOrDefault(rule.Rule.Id) + 1 + (counts is null ? 0 : counts[row]);
                }
            }
        }

        return affected;
    }

    /// <summary>Per table and row, how many rows hang below it; null where none does.</summary>
    static Dictionary<string, int[]?> RowsBelow(IReadOnlyList<Sheet> sheets)
    {
        var below = sheets.ToDictionary(sheet => sheet.Name, _ => (int[]?)null);
        foreach (var sheet in sheets.Reverse().Where(sheet => sheet.Parent is { } parent && !parent.Rejected.None()))
        {
            var counts = below[sheet.Parent!.Name] ??= new int[sheet.Parent.Rows];
            var own = below[sheet.Name];
            for (var row = 0; row < sheet.Rows; row++)
            {
                if (sheet.ParentRows[row] is >= 0 and var parent && sheet.Parent.Rejected[parent])
                {
                    counts[parent] += 1 + (own is null ? 0 : own[row]);
                }
            }
        }

        return below;
    }
}
