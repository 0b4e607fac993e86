using Homeward.Columns;
using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;
using Homeward.Submissions.Rules;

namespace Homeward.Submissions.Checking.Outcome;

/// <summary>How many rows each rule touches: those that a rejecting rule costs, with all rows under them, or those that a warning is about. A row counts once.</summary>
/// <remarks>GEN006 is charged only for rows whose parent is missing: where the parent is rejected, the parent's rule is to blame.</remarks>
static class Affected
{
    /// <returns>Rule id → rows, for rules that are about rows.</returns>
    public static IReadOnlyDictionary<string, long> Of(IReadOnlyList<Sheet> sheets, IEnumerable<RuleFindings> found, IEnumerable<FileFindings> files)
    {
        var rejected = sheets.ToDictionary(sheet => sheet, sheet => sheet.Rejected.None() ? [] : sheet.Rejected.Rows());
        var affected = found.Where(rule => rule.Hits is not null)
            .GroupBy(rule => rule.Rule)
            .ToDictionary(rule => rule.Key.Id, rule => Rows(sheets, rejected, rule.Key, rule.ToLookup(one => one.Sheet, one => one.Hits!)));
        foreach (var rule in files.Where(rule => rule.Rows > 0))
        {
            affected[rule.Rule.Id] = affected.GetValueOrDefault(rule.Rule.Id) + rule.Rows;
        }

        return affected;
    }

    /// <param name="sheets">Parents before what hangs below them.</param>
    /// <param name="rejected">Rows of each: what hangs below a rejected row is among them.</param>
    static long Rows(IReadOnlyList<Sheet> sheets, Dictionary<Sheet, int[]> rejected, RuleEntry rule, ILookup<Sheet, Bits> hits)
    {
        var touched = new Dictionary<Sheet, Bits>();
        var rows = 0L;
        foreach (var sheet in sheets)
        {
            var above = rule.Severity == Severity.Warning || sheet.Parent is null ? null : touched.GetValueOrDefault(sheet.Parent);
            if (above is not null || hits.Contains(sheet))
            {
                touched[sheet] = Rows(sheet, rejected[sheet], rule, hits[sheet], above);
                rows += touched[sheet].Count();
            }
        }

        return rows;
    }

    /// <param name="above">Rows of the parent that the rule costs.</param>
    static Bits Rows(Sheet sheet, int[] rejected, RuleEntry rule, IEnumerable<Bits> hits, Bits? above)
    {
        var rows = new Bits(sheet.Rows);
        foreach (var hit in hits)
        {
            rows.UnionWith(hit);
        }

        foreach (var row in above is not null || rule.Id == "GEN006" ? rejected : [])
        {
            var parent = sheet.ParentRows[row];
            rows[row] = (rows[row] && (rule.Id != "GEN006" || parent < 0)) || (above is not null && parent >= 0 && above[parent]);
        }

        return rows;
    }
}
