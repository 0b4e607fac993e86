using Homeward.Submissions.Checking.Keys;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Checking.Outcome;

/// <summary>What the rejected rows would have added.</summary>
/// <remarks>
/// A lower bound, since it counts only what can be read, each key once however many copies of it there are.
/// Nights: nights in the period of rejected ward_stays and oaps rows whose dates can be read.
/// Active placements: rejected spells whose referral has ReasonOAT, and rejected oaps rows, that are active at the period's end.
/// People: those with a rejected patients, spells or oaps row and no spells or oaps row that stands; followed from spell to referral
/// by the keys as sent. Where a spell's referral is not in the file, the referral's key stands for its person.
/// </remarks>
static class Hiding
{
    public static Hidden Of(SubmissionSheets all) => new(People(all), Nights(all), ActivePlacements(all));

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

    static long People(SubmissionSheets all)
    {
        var (patients, spells, oaps) = (all["patients"], all["spells"], all["oaps"]);
        var hidden = new HashSet<string>(StringComparer.Ordinal);
        hidden.UnionWith(patients.Rejected.Rows().Select(row => patients.Key!.Text[row]).OfType<string>().Select(key => "p" + key));
        hidden.UnionWith(spells.Rejected.Rows().Select(row => PersonOfSpell(spells, row)).OfType<string>());
        hidden.UnionWith(oaps.Rejected.Rows().Select(row => oaps.ParentKey!.Text[row]).OfType<string>().Select(key => "p" + key));
        if (hidden.Count == 0)
        {
            return 0;
        }

        foreach (var row in spells.Rejected.Rows(false))
        {
            if (PersonOfSpell(spells, row) is { } person)
            {
                hidden.Remove(person);
            }
        }

        foreach (var row in oaps.Rejected.Rows(false))
        {
            hidden.Remove("p" + oaps.ParentKey!.Text[row]);
        }

        return hidden.Count;
    }

    static string? PersonOfSpell(Sheet spells, int row)
    {
        var referral = spells.ParentRows[row];
        return referral >= 0 && spells.Parent!.ParentKey!.Text[referral] is { } patient ? "p" + patient
            : spells.ParentKey!.Text[row] is { } key ? "r" + key
            : null;
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
