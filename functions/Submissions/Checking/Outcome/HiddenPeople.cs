using Homeward.Submissions.Checking.Keys;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Checking.Outcome;

/// <summary>People with a rejected patients, spells or oaps row and no spells or oaps row that stands.</summary>
/// <remarks>
/// Followed from spell to referral to patient by the keys as sent; where a spell's referral is not in the file, the referral's key stands for
/// its person. Two patients rows with one good NHS number are one person. Where a local id was replaced in one table only, the rejected patient
/// that no row names and the patient that no row is may be the same person: of the two groups the larger counts.
/// </remarks>
static class HiddenPeople
{
    /// <summary>Begins what stands for a person of whom there is no patients row.</summary>
    const char Stranger = '?';

    public static long Count(SubmissionSheets all)
    {
        var (spells, referrals, oaps) = (all["spells"], all["referrals"], all["oaps"]);
        var patients = Patients(all["patients"]);
        var rejected = all["patients"].Rejected.Rows().Select(row => patients[row]).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var hidden = rejected
            .Concat(spells.Rejected.Rows().Select(OfSpell).OfType<string>())
            .Concat(oaps.Rejected.Rows().Select(row => Of(oaps, row)).OfType<string>())
            .ToHashSet(StringComparer.Ordinal);
        if (hidden.Count == 0)
        {
            return 0;
        }

        hidden.ExceptWith(spells.Rejected.Rows(false).Select(OfSpell).OfType<string>());
        hidden.ExceptWith(oaps.Rejected.Rows(false).Select(row => Of(oaps, row)).OfType<string>());
        var unnamed = rejected.Where(hidden.Contains).ToHashSet(StringComparer.Ordinal);
        unnamed.ExceptWith(Enumerable.Range(0, referrals.Rows).Select(row => Of(referrals, row)).OfType<string>());
        unnamed.ExceptWith(Enumerable.Range(0, oaps.Rows).Select(row => Of(oaps, row)).OfType<string>());
        return hidden.Count - Math.Min(unnamed.Count, hidden.Count(person => person[0] == Stranger));

        string? Of(Sheet child, int row) => child.ParentRows[row] is >= 0 and var patient ? patients[patient]
            : child.ParentKey!.Text[row] is { } key ? $"{Stranger}p{key}"
            : null;

        string? OfSpell(int row) => (spells.ParentRows[row] is >= 0 and var referral ? Of(referrals, referral) : null)
            ?? (spells.ParentKey!.Text[row] is { } key ? $"{Stranger}r{key}" : null);
    }

    /// <summary>Per patients row who it is: the first row of its key, by its NHS number where that is one.</summary>
    static string?[] Patients(Sheet patients)
    {
        var (keys, numbers) = (patients.Key!.Text, patients["NHSNumber"]);
        var first = KeyRows.First(keys);
        return [.. Enumerable.Range(0, patients.Rows).Select(row => keys.Codes[row] is >= 0 and var code ? Person(first[code]) : null)];

        string Person(int row) => numbers.Text.Codes[row] is >= 0 and var number && numbers.ClassAt(row) == ValueClass.Valid ? $"n{number}" : $"p{keys.Codes[row]}";
    }
}
