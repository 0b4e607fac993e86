using Homeward.Submissions.Checking.Outcome;
using Homeward.Submissions.Checking.Sheets;
using Homeward.Submissions.Rules;

namespace Homeward.Submissions.Checking.Found;

/// <summary>Gathers what every rule found, and writes it out as findings in the order of submission.md §4.</summary>
sealed class Ledger(int cap)
{
    readonly Lock gate = new();
    readonly List<RuleFindings> rows = [];
    readonly List<FileFindings> files = [];

    public RuleFindings For(string rule, Sheet sheet)
    {
        var found = new RuleFindings(RuleCatalogue.Find(rule), sheet, cap);
        lock (gate)
        {
            rows.Add(found);
        }

        return found;
    }

    public FileFindings For(string rule)
    {
        var found = new FileFindings(RuleCatalogue.Find(rule));
        lock (gate)
        {
            files.Add(found);
        }

        return found;
    }

    /// <param name="sheets">In specification order.</param>
    public Findings Close(IReadOnlyList<Sheet> sheets)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (rule, count) in rows.Select(found => (found.Rule.Id, found.Count))
            .Concat(files.Select(found => (found.Rule.Id, (long)found.All.Count))))
        {
            if (count > 0)
            {
                counts[rule] = counts.GetValueOrDefault(rule) + count;
            }
        }

        var order = sheets.Select((sheet, index) => (sheet.Name, index)).ToDictionary(pair => pair.Name, pair => pair.index);
        var kept = rows.Where(found => found.Count > 0)
            .GroupBy(found => found.Rule.Id)
            .SelectMany(group => group.OrderBy(found => order[found.Sheet.Name]).SelectMany(Sentences).Take(cap))
            .Concat(files.GroupBy(found => found.Rule.Id).SelectMany(group => group.SelectMany(found => found.All).Take(cap)))
            .OrderBy(finding => order.GetValueOrDefault(finding.Table, -1))
            .ThenBy(finding => finding.Line ?? 0)
            .ThenBy(finding => finding.Rule, StringComparer.Ordinal)
            .ToList();
        return new Findings(counts, kept, cap) { Affected = Affected.Of(sheets, rows, files) };
    }

    static IEnumerable<Finding> Sentences(RuleFindings found) => found.Kept().Select(occurrence =>
    {
        var (row, column, detail) = occurrence;
        var value = column is null ? null : ShownValue.Of(column, row);
        var field = column?.Field.Name;
        return new Finding(
            found.Rule.Id,
            found.Rule.Severity,
            found.Sheet.Name,
            found.Sheet.Lines[row],
            ShownValue.KeyOf(found.Sheet, row),
            field,
            value,
            MessageTemplate.Fill(found.Rule.Message, field, value, found.Sheet.FileName, detail));
    });
}
