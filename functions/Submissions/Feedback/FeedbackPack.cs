using Homeward.Submissions.Checking;

namespace Homeward.Submissions.Feedback;

/// <summary>What the provider gets back (submission.md §5).</summary>
public static class FeedbackPack
{
    /// <summary>File name → bytes: <c>summary.json</c>, <c>findings.csv</c>, <c>vodim.csv</c>, <c>report.html</c>.</summary>
    /// <param name="finished">When the judgement was finished, by the caller's clock.</param>
    public static IReadOnlyDictionary<string, byte[]> Write(CheckedSubmission submission, string referenceVersion, DateTimeOffset finished) =>
        throw new NotImplementedException();
}
