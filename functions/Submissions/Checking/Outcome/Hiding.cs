using Homeward.Submissions.Checking.Keys;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Checking.Outcome;

/// <summary>What the rejected rows would have added.</summary>
/// <remarks>
/// A lower bound, since it counts only what can be read, each key once however many copies of it there are.
/// Nights: nights in the period of rejected ward_stays and oaps rows whose dates can be read.
/// Active placements: rejected spells whose referral has ReasonOAT, and rejected oaps rows, that are active at the period's end.
/// </remarks>
static class Hiding
{
    public static Hidden Of(SubmissionSheets all) => new(HiddenPeople.Count(all), Nights(all), ActivePlacements(all));

    static long Nights(SubmissionSheets all)
    {
        var nights = 0L;
        foreach (var (sheet, start, end) in new[]
        {
            (all["ward_stays"], "StartDateWardStay", "EndDateWardStay"), (all["oaps"], "StartDateOAP", "EndDateOAP"),
        })
        {
            foreach (var row in RejectedKeys(sheet))
            {
                if (Dates(sheet, start, end, row) is var (first, last))
                {
                    nights += Math.Max(0, Math.Min(last ?? all.End + 1, all.End + 1) - Math.Max(first, all.Start));
                }
            }
        }

        return nights;
    }

    static long ActivePlacements(SubmissionSheets all)
    {
        var spells = all["spells"];
        var reason = all["referrals"]["ReasonOAT"];
        var active = RejectedKeys(spells).Count(row =>
            spells.ParentRows[row] is >= 0 and var referral && !reason.IsBlank(referral)
            && IsActive(Dates(spells, "StartDateHospProvSpell", "DischDateHospProvSpell", row), all));
        var oaps = all["oaps"];
        return active + RejectedKeys(oaps).Count(row => IsActive(Dates(oaps, "StartDateOAP", "EndDateOAP", row), all));
    }

    static bool IsActive((int First, int? Last)? dates, SubmissionSheets all) =>
        dates is var (first, last) && first <= all.End && (last is null || last > all.End);

    /// <summary>Null where a date cannot be read, or the end lies before the start.</summary>
    static (int First, int? Last)? Dates(Sheet sheet, string startField, string endField, int row)
    {
        var (start, end) = (sheet[startField], sheet[endField]);
        if (!start.TryDay(row, out var first))
        {
            return null;
        }

        var ended = end.TryDay(row, out var last);
        return (!ended && !end.IsBlank(row)) || (ended && last < first) ? null : (first, ended ? last : null);
    }

    /// <summary>Rejected rows, the first of each key; rows without a key all count.</summary>
    static IEnumerable<int> RejectedKeys(Sheet sheet)
    {
        var rows = sheet.Rejected.Rows();
        if (rows.Length == 0 || KeyRows.AreUnique(sheet.Key!.Text))
        {
            return rows;
        }

        var seen = new HashSet<int>();
        return rows.Where(row => sheet.Key.Text.Codes[row] < 0 || seen.Add(sheet.Key.Text.Codes[row]));
    }
}
