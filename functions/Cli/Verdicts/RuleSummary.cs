using Homeward.Submissions.Checking;
using Homeward.Submissions.Rules;

namespace Homeward.Cli.Verdicts;

/// <summary>One rule of a verdict: how often, where first, and what to do.</summary>
sealed record RuleSummary(RuleEntry Rule, long Count, IReadOnlyList<Finding> First)
{
    const int Shown = 3;

    /// <inheritdoc cref="RootCauses.First"/>
    public static IReadOnlyList<RuleSummary> Of(Findings findings)
    {
        var first = findings.Kept.GroupBy(finding => finding.Rule).ToDictionary(rule => rule.Key, rule => rule.Take(Shown).ToArray());
        var rules = findings.Counts.Where(count => count.Value > 0)
            .Select(count => new RuleSummary(RuleCatalogue.Find(count.Key), count.Value, first.GetValueOrDefault(count.Key) ?? []));
        return [.. RootCauses.First(rules, rule => rule.Rule, rule => findings.Rows(rule.Rule))];
    }
}
