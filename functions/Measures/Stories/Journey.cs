using Homeward.Measures.Records;

namespace Homeward.Measures.Stories;

/// <summary>Spells of one person, in any provider, each starting no later than the day after the one before ended.</summary>
sealed class Journey
{
    /// <summary>The spell that it began with.</summary>
    public PersonSpell First = null!;

    /// <summary>The spell that lasted longest.</summary>
    public PersonSpell Last = null!;

    /// <summary>Its spells: a run of the person's spells in order of start.</summary>
    public int FirstSpell;
    public int SpellCount;

    public int Start => First.Start;

    /// <summary><see cref="Day.Open"/> where it has not ended, or its last spell is lost.</summary>
    public int End => Last.End;

    public bool HasEnded => Last.End != Day.Open;
}
