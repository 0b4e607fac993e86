using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules.General;

/// <summary>Date not ISO but read as dd/MM/yyyy: once per column, with a count.</summary>
sealed class Gen008 : ISubmissionRule
{
    public string Id => "GEN008";

    public void Judge(SubmissionSheets all, FileFindings found)
    {
        foreach (var sheet in all.All)
        {
            foreach (var column in sheet.Columns.Where(column => column.Reformatted is not null))
            {
                var rows = column.Reformatted!.Count();
                found.Add(sheet.Name, $"{rows}", field: column.Field.Name, rows: rows);
            }
        }
    }
}
