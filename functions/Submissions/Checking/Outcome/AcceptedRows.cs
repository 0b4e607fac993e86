using System.Text;
using Homeward.Columns;
using Homeward.Submissions.Checking.Sheets;
using Homeward.Submissions.Specification;

namespace Homeward.Submissions.Checking.Outcome;

/// <summary>The rows of a table that stand, under their curated names, with the line that each came from.</summary>
static class AcceptedRows
{
    public static Table Of(Sheet sheet)
    {
        var columns = new List<Column>(sheet.Columns.Count + 1);
        columns.AddRange(sheet.Columns.Select(column => IsOrganisation(column) ? UpperCase(column.Text) : column.Values));
        columns.Add(new Int32Column("source_line", sheet.Lines));
        var all = new Table(sheet.Name, columns);
        return sheet.Rejected.None() ? all : all.Take(sheet.Rejected.Rows(false));
    }

    static bool IsOrganisation(SheetColumn column) =>
        column.Field.Kind is FieldKind.Organisation or FieldKind.Site or FieldKind.OrganisationOrSite or FieldKind.Practice
        && column.Classes is not null;

    /// <summary>ODS codes are looked up in capitals, so they are kept in capitals.</summary>
    static TextColumn UpperCase(TextColumn codes)
    {
        var pool = new Utf8PoolBuilder();
        var map = new int[codes.Pool.Count];
        for (var code = 0; code < map.Length; code++)
        {
            map[code] = pool.Add(Encoding.UTF8.GetBytes(codes.Pool.Text(code).ToUpperInvariant()));
        }

        return new TextColumn(codes.Name, pool.Build(), [.. codes.Codes.Select(code => code < 0 ? -1 : map[code])]);
    }
}
