using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules.Submission;

/// <summary>The period is not one whole calendar month, is not the folder's month, or that month is closed.</summary>
sealed class Sub003 : ISubmissionRule
{
    public string Id => "SUB003";

    public void Judge(SubmissionSheets all, FileFindings found)
    {
        if (!all.Context.CameInTime && all.Reference.Settings.ClosedThrough is { } closed && all.Period <= closed)
        {
            found.Add("submission", $"{all.Period} is closed: months up to {closed} take no more submissions; ask for the month to be opened");
        }

        if (Manifest.Of(all) is not { } manifest)
        {
            return;
        }

        Judge(manifest, manifest["ReportingPeriodStartDate"], all.Start, all, found);
        Judge(manifest, manifest["ReportingPeriodEndDate"], all.End, all, found);
    }

    static void Judge(Sheet manifest, SheetColumn date, int expected, SubmissionSheets all, FileFindings found)
    {
        if (date.Date[0] is { } given && given != expected)
        {
            found.Add(
                manifest.Name,
                $"{date.Field.Name} is {new Day(given)}, but the upload is for {all.Period}: give {new Day(expected)}, or upload to the month that the data describes",
                manifest.Lines[0],
                date.Field.Name,
                ShownValue.Of(date, 0));
        }
    }
}
