using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules.Submission;

/// <summary>A table's row count differs by more than 30 % and 10 rows from the month before (both configurable). Of what cannot be read, nobody knows the rows.</summary>
sealed class Sub008 : ISubmissionRule
{
    public string Id => "SUB008";

    public void Judge(SubmissionSheets all, FileFindings found)
    {
        if (all.Context.RowsLastMonth is not { } before || all.Context.PackageFault is not null)
        {
            return;
        }

        var settings = all.Reference.Settings;
        foreach (var sheet in all.All.Where(sheet => sheet.Key is not null && sheet.Csv?.Fault is null && before.ContainsKey(sheet.Name)))
        {
            var change = Math.Abs(sheet.Rows - before[sheet.Name]);
            if (change > settings.RowCountRows && change > settings.RowCountChange * before[sheet.Name])
            {
                found.Add(sheet.Name, $"{sheet.Rows:N0} rows, the month before had {before[sheet.Name]:N0}");
            }
        }
    }
}
