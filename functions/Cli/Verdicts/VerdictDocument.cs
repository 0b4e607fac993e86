using Homeward.Submissions.Checking;

namespace Homeward.Cli.Verdicts;

/// <summary>A verdict as JSON.</summary>
static class VerdictDocument
{
    public static object Of(CheckedSubmission submission, string? report) => new
    {
        submissionId = submission.Identity.Id,
        status = submission.Verdict,
        contentSha256 = submission.ContentSha256,
        tables = submission.Tables.Where(table => table.Present).ToDictionary(
            table => table.Spec.Name,
            table => new { read = table.Read, accepted = table.AcceptedRows, rejected = table.Rejected, warned = table.Warned }),
        hidden = submission.Hidden,
        rules = RuleSummary.Of(submission.Findings).Select(rule => new
        {
            rule = rule.Rule.Id,
            severity = rule.Rule.Severity,
            title = rule.Rule.Title,
            count = rule.Count,
            first = rule.First.Select(finding => new { finding.Table, finding.Line, finding.Key, finding.Field, finding.Value, finding.Message }),
        }),
        report,
    };
}
