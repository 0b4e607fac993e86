namespace Homeward.Submissions.Checking;

/// <summary>Judges one submission: every F, G, R and W rule of submission.md §4 that needs no other submission.</summary>
public static class SubmissionCheck
{
    /// <summary>Reads each file once and judges it all. Never throws for what the files hold.</summary>
    public static CheckedSubmission Run(
        SubmissionIdentity identity,
        IReadOnlyList<SubmissionFile> files,
        CheckContext context,
        IProgress<CheckProgress>? progress = null,
        CancellationToken cancel = default) => throw new NotImplementedException();
}
