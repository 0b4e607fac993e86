using Homeward.Columns;

namespace Homeward.Synthetic.Extract;

/// <summary>A placement as its sender lists it in a month; the sender's dates may lie a little inside the receiver's.</summary>
/// <param name="End">Null: not ended by the month's last day.</param>
readonly record struct OapRow(LocalSpell Spell, DateOnly Start, DateOnly? End)
{
    public static IEnumerable<OapRow> Of(IEnumerable<LocalSpell> sent, Month month)
    {
        foreach (var spell in sent)
        {
            var (start, end) = SenderDates(spell);
            if (start <= month.LastDay && (end is null || end >= month.FirstDay))
                yield return new(spell, start, end <= month.LastDay ? end : null);
        }
    }

    // A lag never crosses a month: a row seen in another month than the receiver's would be a placement of its own there.
    static (DateOnly Start, DateOnly? End) SenderDates(LocalSpell spell)
    {
        var (start, end, lag) = (spell.Episode.Start, spell.Episode.End, spell.Episode.Placement!.SenderLag);
        if (end is { } day && day.DayNumber - start.DayNumber <= 2 * lag)
            return (start, end);
        var later = start.AddDays(lag);
        var earlier = end?.AddDays(-lag);
        return (Month.Of(later) == Month.Of(start) ? later : start, SameMonth(earlier, end) ? earlier : end);
    }

    static bool SameMonth(DateOnly? one, DateOnly? other) => one is { } a && other is { } b && Month.Of(a) == Month.Of(b);
}
