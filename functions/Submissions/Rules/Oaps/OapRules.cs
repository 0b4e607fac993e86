using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules.Oaps;

/// <summary>StartDateOAP after the period's end; EndDateOAP before it, before the period's start or after its end.</summary>
sealed class Oap001 : IRule
{
    public string Id => "OAP001";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var start = sheet["StartDateOAP"];
        var end = sheet["EndDateOAP"];
        for (var row = 0; row < sheet.Rows; row++)
        {
            _ = Stretch.ReportStart(row, start, all, found) || Stretch.ReportEnd(row, start, end, all, found);
        }
    }
}

/// <summary>OrgIDSending is neither the provider nor one of its sites.</summary>
sealed class Oap006 : IRule
{
    public string Id => "OAP006";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var sender = sheet["OrgIDSending"];
        var pool = sender.Text.Pool;
        var own = new bool[pool.Count];
        for (var code = 0; code < own.Length; code++)
        {
            var organisation = pool.Text(code).ToUpperInvariant();
            own[code] = organisation == all.Identity.Provider
                || all.Reference.Site(organisation, all.Period.LastDay)?.Organisation == all.Identity.Provider
                || all.Reference.Site(organisation, all.Period.FirstDay)?.Organisation == all.Identity.Provider;
        }

        for (var row = 0; own.Contains(false) && row < sheet.Rows; row++)
        {
            if (sender.Text.Codes[row] is >= 0 and var code && !own[code] && sender.ClassAt(row) != ValueClass.Malformed)
            {
                found.At(row, sender, $"{all.Identity.Provider}");
            }
        }
    }
}
