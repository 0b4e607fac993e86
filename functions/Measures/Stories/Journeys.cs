using Homeward.Measures.Records;

namespace Homeward.Measures.Stories;

/// <summary>Finds a person's journeys.</summary>
/// <remarks>Holds buffers: one per thread.</remarks>
sealed class Journeys(Region region)
{
    readonly Shelf<Journey> journeys = new();
    PersonSpell[] ordered = [];

    public ReadOnlySpan<Journey> Items => journeys.Items;

    public ReadOnlySpan<PersonSpell> Spells(Journey journey) => ordered.AsSpan(journey.FirstSpell, journey.SpellCount);

    public void Find(ReadOnlySpan<PersonSpell> spells)
    {
        journeys.Clear();
        if (ordered.Length < spells.Length)
        {
            ordered = new PersonSpell[Math.Max(8, spells.Length * 2)];
        }

        spells.CopyTo(ordered);
        if (spells.Length > 1)
        {
            ordered.AsSpan(0, spells.Length).Sort(Compare);
        }

        Journey? journey = null;
        for (var i = 0; i < spells.Length; i++)
        {
            var spell = ordered[i];
            if (journey is null || spell.Start - 1 > Reach(journey.Last))
            {
                journey = journeys.Next();
                (journey.First, journey.Last, journey.FirstSpell, journey.SpellCount) = (spell, spell, i, 0);
            }
            else if (Reach(spell) >= Reach(journey.Last))
            {
                journey.Last = spell;
            }

            journey.SpellCount++;
        }
    }

    /// <summary>The day a spell ended; never, where it is open; where it is lost, the day after it was last seen.</summary>
    static int Reach(PersonSpell spell) => spell.OpenAtEnd ? Day.Open : spell.HasEnded ? spell.End : spell.Until;

    int Compare(PersonSpell a, PersonSpell b) =>
        a.Start != b.Start ? a.Start.CompareTo(b.Start) : Key(a).SequenceCompareTo(Key(b));

    ReadOnlySpan<byte> Key(PersonSpell spell) =>
        spell.Record >= 0 ? region.Key(region.Spells[spell.Record]) : region.Key(region.Oaps[spell.Oap]);
}
