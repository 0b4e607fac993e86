using Homeward.Submissions.Checking;
using Homeward.Submissions.Feedback.Report;

namespace Homeward.Submissions.Feedback;

/// <summary>What the provider gets back (submission.md §5).</summary>
public static class FeedbackPack
{
    public const string Summary = "summary.json";

    public const string Findings = "findings.csv";

    public const string Vodim = "vodim.csv";

    public const string Report = "report.html";

    /// <summary>File name → bytes: <c>summary.json</c>, <c>findings.csv</c>, <c>vodim.csv</c>, <c>report.html</c>.</summary>
    /// <param name="referenceVersion">Names the reference data that the submission was judged by.</param>
    /// <param name="finished">When the judgement was finished, by the caller's clock.</param>
    public static IReadOnlyDictionary<string, byte[]> Write(CheckedSubmission submission, string referenceVersion, DateTimeOffset finished) =>
        new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            [Summary] = SummaryJson.Write(submission, referenceVersion, finished),
            [Findings] = FindingsCsv.Write(submission),
            [Vodim] = VodimCsv.Write(submission),
            [Report] = ReportPage.Write(submission, referenceVersion, finished),
        };
}
