using Homeward.Measures.Stories;

namespace Homeward.Measures.Placements;

/// <summary>A stay that only its sender told as a placement, while the receiver sends the spell without a reason: two rows, one stay.</summary>
static class OtherSide
{
    const int DaysApart = 7;

    /// <summary>The spell at the receiver that a sender's placement means; null where the receiver has none, or told it as a placement.</summary>
    public static PersonSpell? Of(PersonWindow person, Placement placement)
    {
        foreach (var spell in person.Spells)
        {
            if (Are(person, placement, spell))
            {
                return spell;
            }
        }

        return null;
    }

    /// <summary>Whether a sender lists the spell as a placement of its own.</summary>
    public static bool Tells(PersonWindow person, PersonSpell spell)
    {
        foreach (var placement in person.Placements)
        {
            if (Are(person, placement, spell))
            {
                return true;
            }
        }

        return false;
    }

    static bool Are(PersonWindow person, Placement placement, PersonSpell spell) =>
        placement.ToldBy == Source.SenderOnly && spell.Record >= 0 && !spell.IsPlaced(person) && placement.Receiver == spell.Provider
        && (Math.Abs(placement.Start - spell.Start) <= DaysApart
            || (spell.Start < person.Region.Until(placement.ToldEnd, placement.Month) && placement.Start < spell.Until));
}
