using Homeward.Submissions.Checking;
using Homeward.Submissions.Feedback.Report;

namespace Homeward.Submissions.Feedback;

/// <summary>What the provider gets back (submission.md §5).</summary>
public static class FeedbackPack
{
    /// <summary>File name → bytes: <c>summary.json</c>, <c>findings.csv</c>, <c>vodim.csv</c>, <c>report.html</c>.</summary>
    /// <param name="referenceVersion">Names the reference data that the submission was judged by.</param>
    /// <param name="finished">When the judgement was finished, by the caller's clock.</param>
    public static IReadOnlyDictionary<string, byte[]> Write(CheckedSubmission submission, string referenceVersion, DateTimeOffset finished) =>
        new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["summary.json"] = SummaryJson.Write(submission, referenceVersion, finished),
            ["findings.csv"] = FindingsCsv.Write(submission),
            ["vodim.csv"] = VodimCsv.Write(submission),
            ["report.html"] = ReportPage.Write(submission, referenceVersion, finished),
        };
}
