using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules.Patients;

/// <summary>Postcode blank, malformed or not in the reference data. A pseudo-postcode is GEN004's.</summary>
sealed class Pat004 : IRule
{
    public string Id => "PAT004";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var postcode = sheet["Postcode"];
        for (var row = 0; row < sheet.Rows; row++)
        {
            if (postcode.Values.IsNull(row))
            {
                found.At(row, postcode, $"is blank");
            }
            else if (postcode.ClassAt(row) == ValueClass.Invalid)
            {
                found.At(row, postcode, $"is malformed or not in the reference data");
            }
        }
    }
}

/// <summary>The postcode is a hospital site's: no evidence of home.</summary>
sealed class Pat007 : IRule
{
    public string Id => "PAT007";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var postcode = sheet["Postcode"];
        var pool = postcode.Text.Pool;
        var isSite = new bool[pool.Count];
        var any = false;
        for (var code = 0; code < isSite.Length; code++)
        {
            any |= isSite[code] = all.Reference.IsSitePostcode(pool[code], all.Period.LastDay);
        }

        for (var row = 0; any && row < sheet.Rows; row++)
        {
            if (postcode.Text.Codes[row] is >= 0 and var code && isSite[code])
            {
                found.At(row, postcode);
            }
        }
    }
}
