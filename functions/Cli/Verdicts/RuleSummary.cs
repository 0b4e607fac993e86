using Homeward.Submissions.Checking;
using Homeward.Submissions.Rules;

namespace Homeward.Cli.Verdicts;

/// <summary>One rule of a verdict: how often, where first, and what to do.</summary>
sealed record RuleSummary(RuleEntry Rule, long Count, IReadOnlyList<Finding> First)
{
    const int Shown = 3;

    /// <summary>The gravest first, then the most frequent.</summary>
    public static IReadOnlyList<RuleSummary> Of(Findings findings)
    {
        var first = findings.Kept.GroupBy(finding => finding.Rule).ToDictionary(rule => rule.Key, rule => rule.Take(Shown).ToArray());
        return [.. findings.Counts.Where(count => count.Value > 0)
            .Select(count => new RuleSummary(RuleCatalogue.Find(count.Key), count.Value, first.GetValueOrDefault(count.Key) ?? []))
            .OrderBy(rule => rule.Rule.Severity == Severity.Group ? Severity.Record : rule.Rule.Severity)
            .ThenByDescending(rule => rule.Count)
            .ThenBy(rule => rule.Rule.Id, StringComparer.Ordinal)];
    }
}
