using Homeward.Submissions.Checking;

namespace Homeward.Submissions.Feedback;

/// <summary>How verdicts and severities are written.</summary>
static class Words
{
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Accepted => "accepted",
        Verdict.Rejected => "rejected",
        _ => "unchanged",
    };

    /// <summary>The letter of submission.md §4.</summary>
    public static string Letter(Severity severity) => severity switch
    {
        Severity.File => "F",
        Severity.Group => "G",
        Severity.Record => "R",
        _ => "W",
    };
}
