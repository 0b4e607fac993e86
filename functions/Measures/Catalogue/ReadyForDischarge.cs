using Homeward.Measures.Placements;
using Homeward.Measures.Records;
using Homeward.Measures.Stories;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

static class ReadyForDischarge
{
    static readonly Split Open = new("open", Unit.Count, Figure.Sum, Windows.Month);
    static readonly Split Days = new("days", Unit.Days, Figure.Sum, Windows.Standard);
    static readonly Split Share = new("share", Unit.Percent, Figure.Ratio, Windows.Standard) { Scale = 100 };

    public static Measure Measure { get; } = new(
        "K18",
        "Clinically ready for discharge",
        "People in hospital who are ready to leave it, the days they waited in the window, and how much of all nights that is.",
        "open = records open at P1; days = sum over records of the days in the window, the first not counted unless it lies before P0; "
            + "share = 100 x days / K13 occupied. Also by Delay Reason and Attributable To.",
        Polarity.LowerIsBetter,
        Looks.Both,
        [Open, Days, Share])
    {
        NationalTwin = "MHS26",
        Count = static (person, tally) =>
        {
            foreach (ref readonly var ready in person.Region.Small.Ready.Of(person.Person))
            {
                if (person.Sees(ready.Month) && person.SpellAt(ready.Spell) is { } spell)
                {
                    Add(person, tally, ready, spell);
                }
            }

            foreach (var stay in person.Stays)
            {
                if (person.Window.Nights(stay.Start, stay.Until) is > 0 and var nights)
                {
                    tally.Add(Share, stay, stay.BedClass, 0, nights);
                }
            }
        },
    };

    static void Add(PersonWindow person, Tally tally, in Ready ready, PersonSpell spell)
    {
        var subject = new Wait(ready.DelayReason, ready.AttributableTo);
        subject.Copy(spell);
        var until = person.Region.Until(ready.End, ready.Month);
        var bedClass = BedAt.End(spell.Stays(person), until);
        if (person.IsOpen(ready.Start, ready.End, ready.Month))
        {
            tally.Add(Open, subject, bedClass, 1);
        }

        var from = ready.Start < person.Window.Start ? person.Window.Start : ready.Start + 1;
        if (person.Window.Nights(from, until) is > 0 and var days)
        {
            tally.Add(Days, subject, bedClass, days);
            tally.Add(Share, subject, bedClass, days);
        }
    }

    sealed class Wait(int delayReason, int attributableTo) : Subject
    {
        readonly (Breakdown, int)[] own = [(Breakdown.DelayReason, delayReason), (Breakdown.AttributableTo, attributableTo)];

        protected override string Table => "crfd";

        public override ReadOnlySpan<(Breakdown Breakdown, int Level)> OwnLevels => own;
    }
}
