using Homeward.Reference;
using Homeward.Submissions;
using Homeward.Submissions.Checking;

namespace Homeward.Synthetic.Tests.Naive;

/// <summary>An upload as the product judges it.</summary>
static class Judged
{
    public static CheckedSubmission By(ReferenceData reference, SyntheticUpload upload) => SubmissionCheck.Run(
        upload.Identity,
        [.. upload.Files.Select(file => new SubmissionFile(file.Key, file.Value.Length, () => new MemoryStream(file.Value)))],
        new CheckContext(reference, upload.Created));

    /// <summary>Rows rejected for a fault of their own: table, line, rule; rows under another rejected row left out.</summary>
    public static IEnumerable<(string Table, int Line, string Rule)> Roots(CheckedSubmission submission, ISet<(string, int, string)> expected) =>
        submission.Findings.Kept
            .Where(finding => finding.Severity is Severity.Record or Severity.Group)
            .Select(finding => (finding.Table, finding.Line ?? 0, finding.Rule))
            .Where(root => root.Rule != "GEN006" || expected.Contains(root));
}
