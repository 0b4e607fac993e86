using Homeward.Columns.Csv;
using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;
using Homeward.Submissions.Specification;

namespace Homeward.Submissions.Rules.Submission;

/// <summary>A mandatory table, or one that the manifest names, is absent; or a table lacks a mandatory column.</summary>
sealed class Sub005 : ISubmissionRule
{
    public string Id => "SUB005";

    public void Judge(SubmissionSheets all, FileFindings found)
    {
        if (all.Context.PackageFault is not null)
        {
            return;
        }

        var named = Manifest.Tables(all);

        // Of an absent or empty manifest SUB001 tells.
        foreach (var sheet in all.All.Where(sheet => sheet.Name != "submission" || sheet.Csv is { Fault: not { Kind: CsvFaultKind.Empty } }))
        {
            if (!sheet.Sent)
            {
                if (sheet.Spec.Mandatory || named.Contains(sheet.Name))
                {
                    found.Add(sheet.Name, $"the file is absent: send it, with a header and no rows where there is nothing to report");
                }
            }
            else if (sheet.Csv!.Fault is { Kind: CsvFaultKind.Empty })
            {
                found.Add(sheet.Name, $"the file is empty: it needs at least the header row", line: 1);
            }
            else if (sheet.Csv.Fault is null || sheet.Columns.Any(column => column.Given))
            {
                foreach (var column in sheet.Columns.Where(column => column.Field.Need == Need.Mandatory && !column.Given))
                {
                    found.Add(sheet.Name, $"the column {column.Field.Name} is absent: add it to the header", line: 1, field: column.Field.Name);
                }
            }
        }

        foreach (var name in Manifest.UnknownTables(all))
        {
            found.Add("submission", $"it names {new Plain(name)}, which is no table of the specification", field: "Tables");
        }
    }
}
