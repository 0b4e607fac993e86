using Homeward.Columns;
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
            var rows = new Bits(sheet.Rows);
            foreach (var column in sheet.Columns.Where(column => column.Reformatted is not null))
            {
                var before = rows.Count();
                rows.UnionWith(column.Reformatted!);
                found.Add(sheet.Name, $"{column.Reformatted!.Count()}", field: column.Field.Name, rows: rows.Count() - before);
            }
        }
    }
}
