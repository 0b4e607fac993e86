using Homeward.Columns;
using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules.Submission;

/// <summary>DateTimeCreated earlier than ReportingPeriodEndDate 00:00, or later than received + 10 minutes.</summary>
sealed class Sub004 : ISubmissionRule
{
    static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);

    public string Id => "SUB004";

    public void Judge(SubmissionSheets all, FileFindings found)
    {
        if (Manifest.Of(all) is not { } manifest || Manifest.Created(all) is not { } created)
        {
            return;
        }

        var column = manifest["DateTimeCreated"];
        if (manifest["ReportingPeriodEndDate"].Date[0] is { } end && created < London.Midnight(DateColumn.Date(end)))
        {
            found.Add(
                manifest.Name,
                $"before the reporting period ends ({new Day(end)}): make the files after the month is over",
                manifest.Lines[0],
                column.Field.Name,
                ShownValue.Of(column, 0));
        }
        else if (created > all.Context.Received + Ahead)
        {
            found.Add(
                manifest.Name,
                $"later than the submission was received: correct the clock of the system that makes the files, or give the offset from UTC",
                manifest.Lines[0],
                column.Field.Name,
                ShownValue.Of(column, 0));
        }
    }
}
