using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules.Reviews;

/// <summary>Neither HospProvSpellID nor OAPID given, or the one given is unknown. Another provider's spell cannot be looked up here.</summary>
sealed class Rev001 : IRule
{
    public string Id => "REV001";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var spell = new LocalReference(sheet["HospProvSpellID"], all["spells"]);
        var oap = new LocalReference(sheet["OAPID"], all["oaps"]);
        var owner = sheet["OrgIDSpell"];
        for (var row = 0; row < sheet.Rows; row++)
        {
            if (!spell.IsGiven(row) && !oap.IsGiven(row))
            {
                found.At(row, spell.Column, $"neither HospProvSpellID nor OAPID is given");
            }
            else if (spell.IsGiven(row) && OwnSpell(owner, row, all) && !spell.IsKnown(row))
            {
                found.At(row, spell.Column, $"HospProvSpellID {spell.Column.Text[row]} is not in spells.csv");
            }
            else if (oap.IsGiven(row) && !oap.IsKnown(row))
            {
                found.At(row, oap.Column, $"OAPID {oap.Column.Text[row]} is not in oaps.csv");
            }
        }
    }

    /// <summary>Blank is the submitter.</summary>
    static bool OwnSpell(SheetColumn owner, int row, SubmissionSheets all) => owner.Text[row] is not { } code || all.IsProvider(code);
}

/// <summary>ReviewDate after the period's end.</summary>
sealed class Rev002 : IRule
{
    public string Id => "REV002";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var date = sheet["ReviewDate"];
        for (var row = 0; row < sheet.Rows; row++)
        {
            Stretch.ReportStart(row, date, all, found);
        }
    }
}
