using System.Globalization;
using Homeward.Columns;

namespace Homeward.Synthetic.Defects;

/// <summary>One patient and everything about them: the victim of one defect at most, so that no two meddle with each other.</summary>
sealed class Case
{
    public Case(Draft draft, DraftRow patient)
    {
        (Draft, Patient) = (draft, patient);
        Referrals = [.. draft.ChildrenOf(patient, "referrals")];
        Spells = [.. Referrals.SelectMany(referral => draft.ChildrenOf(referral, "spells"))];
        Stays = [.. Spells.SelectMany(spell => draft.ChildrenOf(spell, "ward_stays"))];
    }

    public Draft Draft { get; }

    public DraftRow Patient { get; }

    public IReadOnlyList<DraftRow> Referrals { get; }

    public IReadOnlyList<DraftRow> Spells { get; }

    public IReadOnlyList<DraftRow> Stays { get; }

    public Month Period => Draft.Context.Period;

    /// <summary>One referral with one spell with one ward stay.</summary>
    public bool IsPlain => Referrals.Count == 1 && Spells.Count == 1 && Stays.Count == 1;

    /// <summary>Somebody placed elsewhere, or placed here by another.</summary>
    public bool IsPlaced => Draft.ChildrenOf(Patient, "oaps").Any() || Referrals.Any(referral => referral["ReasonOAT"] != "");

    public bool IsOpen => Spells.Count > 0 && Spells[0]["DischDateHospProvSpell"] == "";

    public static DateOnly? Day(DraftRow row, string field) =>
        row[field] == "" ? null : DateOnly.ParseExact(row[field], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly Start(DraftRow row, string field) => Day(row, field) ?? throw new InvalidOperationException($"{field} is blank.");

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A day counted from the period's first.</summary>
    public string FromStart(int days) => Text(Period.FirstDay.AddDays(days));

    /// <summary>A day counted from the period's last.</summary>
    public string FromEnd(int days) => Text(Period.LastDay.AddDays(days));
}
