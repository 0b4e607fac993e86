using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules.Submission;

/// <summary>submission.csv unreadable or not exactly one row. Where the zip cannot be taken in, SUB006 says it all.</summary>
sealed class Sub001 : ISubmissionRule
{
    public string Id => "SUB001";

    public void Judge(SubmissionSheets all, FileFindings found)
    {
        var manifest = all["submission"];
        if (all.Context.PackageFault is not null)
        {
            return;
        }

        if (!manifest.Sent)
        {
            found.Add(manifest.Name, $"it is absent");
        }
        else if (manifest.Csv!.Fault is { } fault)
        {
            found.Add(manifest.Name, $"it cannot be read: {new Plain(fault.Message.TrimEnd('.'))}", fault.Line);
        }
        else if (manifest.Rows != 1)
        {
            found.Add(manifest.Name, $"it has {manifest.Rows:N0} rows below the header");
        }
        else if (manifest.Rejected[0])
        {
            found.Add(manifest.Name, $"its row cannot be used; the findings for submission.csv say why", manifest.Lines[0]);
        }
    }
}
