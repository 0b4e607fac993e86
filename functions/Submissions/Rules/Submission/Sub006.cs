using Homeward.Columns.Csv;
using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules.Submission;

/// <summary>Not readable as CSV in the dialect of submission.md §2, or a limit of it passed; or the zip around the files is not readable.</summary>
sealed class Sub006 : ISubmissionRule
{
    public string Id => "SUB006";

    public void Judge(SubmissionSheets all, FileFindings found)
    {
        if (all.Context.PackageFault is { } package)
        {
            found.Add("", $"{new Plain(package.Problem)}", file: Shape.MaskedDateless(package.File));
        }

        foreach (var sheet in all.All.Where(sheet => sheet.Csv?.Fault is { Kind: not CsvFaultKind.Empty }))
        {
            found.Add(sheet.Name, $"{new Plain(sheet.Csv!.Fault!.Message)}", sheet.Csv.Fault.Line);
        }
    }
}
