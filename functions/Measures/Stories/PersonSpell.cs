using Homeward.Measures.Explaining;
using Homeward.Measures.Records;
using Homeward.Measures.Tallying;

namespace Homeward.Measures.Stories;

/// <summary>A hospital spell in a window; a placement that only its sender told is one too, of the people lens.</summary>
sealed class PersonSpell : Subject
{
    /// <summary>Index among the region's spells; -1 where only the sender told it.</summary>
    public int Record;

    /// <summary>Index among the region's oaps rows, where only the sender told it; else -1.</summary>
    public int Oap;
    public int Start;

    /// <summary><see cref="Day.Open"/> where it has not ended, or is lost.</summary>
    public int End;
    public int Until;
    public bool OpenAtEnd;

    /// <summary>Its ward stays: a run of the person's stays, by start, then key.</summary>
    public int FirstStay;
    public int StayCount;

    public bool HasEnded => End != Day.Open;

    /// <summary>It is a placement's.</summary>
    public bool IsPlaced(PersonWindow person) => Record < 0 || person.Region.Spells[Record].Placed;

    public ReadOnlySpan<PersonStay> Stays(PersonWindow person) => person.Stays.Slice(FirstStay, StayCount);

    public override ExplainedRow Source(Region region) => Record >= 0
        ? RowSource.Of(region, this, "spells", region.Key(region.Spells[Record]), region.Spells[Record].Month, Start, End)
        : RowSource.Of(region, this, "oaps", region.Key(region.Oaps[Oap]), region.Oaps[Oap].Month, Start, End);
}
