using Homeward.Columns;
using Homeward.Reference;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Checking.Outcome;

/// <summary>The rows of a table that stand, under their curated names, with the line that each came from.</summary>
static class AcceptedRows
{
    public static Table Of(Sheet sheet, ReferenceData reference)
    {
        var columns = new List<Column>(sheet.Columns.Count + 1);
        columns.AddRange(sheet.Columns.Select(column => KeptText.Of(column, reference)));
        columns.Add(new Int32Column("source_line", sheet.Lines));
        var all = new Table(sheet.Name, columns);
        return sheet.Rejected.None() ? all : all.Take(sheet.Rejected.Rows(false));
    }
}
