using Homeward.Columns;
using Homeward.Measures.Placements;
using Homeward.Measures.Stories;

namespace Homeward.Measures.Explaining;

/// <summary>Why a record in the window does not meet a formula: what its dates tell, else what the formula looks at.</summary>
static class WhyNot
{
    public static string Of(Placement placement, PersonWindow person)
    {
        var told = Told(placement.Start, placement.End, placement.Month, placement.Class.ToString().ToLowerInvariant(), person);
        return placement.End != placement.ToldEnd ? $"A later placement of the person ends it on {Day(placement.End)}. {told}" : told;
    }

    public static string Of(PersonSpell spell, PersonWindow person) => Told(
        spell.Start,
        spell.End,
        spell.Record >= 0 ? person.Region.Spells[spell.Record].Month : person.Region.Oaps[spell.Oap].Month,
        spell.IsPlaced(person) ? "a placement" : "no placement",
        person);

    public static string Of(PersonStay stay, PersonWindow person) => Told(
        stay.Start,
        stay.End,
        stay.Record >= 0 ? person.Region.Stays[stay.Record].Month : person.Region.Oaps[stay.Oap].Month,
        $"flow {stay.Flow.ToString().ToLowerInvariant()}",
        person);

    static string Told(int start, int end, int month, string kind, PersonWindow person)
    {
        var window = person.Window;
        var seen = person.Region.MonthAt(month);
        return end == Records.Day.Open && seen < window.Last
            ? $"It is lost: last seen open in {seen}, neither active nor ended since."
            : end < window.Start ? $"It ended on {Day(end)}, before the window."
            : start > window.End ? $"It starts on {Day(start)}, after the window."
            : $"It does not meet the formula: {kind}, from {Day(start)}, {(end == Records.Day.Open ? "open" : $"ended on {Day(end)}")}.";
    }

    static string Day(int day) => DateColumn.Date(day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
