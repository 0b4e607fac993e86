using Homeward.Columns;
using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules.Spend;

/// <summary>SPOT, OAP or EPC spend with no matching stay or OAP. Another provider's spell cannot be looked up here, and counts as a match.</summary>
sealed class Spd001 : IRule
{
    static readonly string[] Placed = ["SPOT", "OAP", "EPC"];

    public string Id => "SPD001";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var category = sheet["Category"];
        var spell = new LocalReference(sheet["HospProvSpellID"], all["spells"]);
        var oap = new LocalReference(sheet["OAPID"], all["oaps"]);
        var (owner, payee) = (sheet["OrgIDSpell"].Text, sheet["OrgIDPayee"].Text);
        for (var row = 0; row < sheet.Rows; row++)
        {
            if (!Placed.Contains(category.Text[row])
                || (oap.IsGiven(row) && oap.IsKnown(row))
                || (spell.IsGiven(row) && (!all.IsProvider(owner[row] ?? payee[row] ?? "") || spell.IsKnown(row))))
            {
                continue;
            }

            found.At(row, category);
        }
    }
}

/// <summary>PeriodMonth is not the submission's month.</summary>
sealed class Spd002 : IRule
{
    public string Id => "SPD002";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var month = sheet["PeriodMonth"];
        for (var row = 0; row < sheet.Rows; row++)
        {
            if (Month.TryParse(month.Text[row], out var given) && given != all.Period)
            {
                found.At(row, month, $"{all.Period}");
            }
        }
    }
}
