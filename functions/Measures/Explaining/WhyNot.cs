using Homeward.Columns;
using Homeward.Measures.Placements;
using Homeward.Measures.Stories;

namespace Homeward.Measures.Explaining;

/// <summary>Why a record in the window does not meet a formula, as far as its dates tell.</summary>
static class WhyNot
{
    const string Otherwise = "It does not meet the formula: see its dates, class and flow.";

    public static string Of(Placement placement, PersonWindow person) =>
        placement.End != placement.ToldEnd
            ? $"A later placement of the person ends it on {Day(placement.End)}; {Told(placement.Start, placement.End, placement.Month, person)}"
            : Told(placement.Start, placement.End, placement.Month, person);

    public static string Of(PersonSpell spell, PersonWindow person) =>
        Told(spell.Start, spell.End, spell.Record >= 0 ? person.Region.Spells[spell.Record].Month : person.Region.Oaps[spell.Oap].Month, person);

    public static string Of(PersonStay stay, PersonWindow person) =>
        stay.Record < 0 ? Otherwise : Told(stay.Start, stay.End, person.Region.Stays[stay.Record].Month, person);

    static string Told(int start, int end, int month, PersonWindow person)
    {
        var window = person.Window;
        var seen = person.Region.MonthAt(month);
        return end == Records.Day.Open && seen < window.Last
            ? $"It is lost: last seen open in {seen}, neither active nor ended since."
            : end < window.Start ? $"It ended on {Day(end)}, before the window."
            : start > window.End ? $"It starts on {Day(start)}, after the window."
            : Otherwise;
    }

    static string Day(int day) => DateColumn.Date(day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
