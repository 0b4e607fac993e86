using Homeward.Measures.Explaining;
using Homeward.Measures.Records;
using Homeward.Measures.Stories;
using Homeward.Measures.Tallying;

namespace Homeward.Measures.Placements;

/// <summary>Which side told of a placement.</summary>
enum Source
{
    Both,
    ReceiverOnly,
    SenderOnly,
}

enum PlacementClass
{
    Inappropriate,
    Appropriate,
    Unknown,
}

/// <summary>One out of area stay in a window, after matching and overlap.</summary>
sealed class Placement : Subject
{
    public Source ToldBy;

    /// <summary>Its spell among the person's; for a sender's own row the stay that stands for it.</summary>
    public PersonSpell Spell = null!;

    /// <summary>Index among the region's oaps rows; -1 where only the receiver told it.</summary>
    public int Oap;

    /// <summary>Organisations; 0 unknown.</summary>
    public int Sender;
    public int Receiver;
    public int Reason;
    public PlacementClass Class;
    public int Start;

    /// <summary>The end as told; <see cref="Day.Open"/> where none was.</summary>
    public int ToldEnd;

    /// <summary>The end after the overlap rule.</summary>
    public int End;

    /// <summary>The first day that its nights cannot reach.</summary>
    public int Until;
    public short Month;
    public bool ActiveAtEnd;

    public override bool PeopleOnly => true;

    public override Placement? Placed => this;

    public bool HasEnded => End != Day.Open;

    /// <summary>Kilometres from home to where a ward stay is; the sender's where the receiver does not know them; -1 where nobody does.</summary>
    public int DistanceAt(PersonStay? stay, Region region) => stay is { Distance: >= 0 } ? stay.Distance : Oap < 0 ? -1 : region.Oaps[Oap].Distance;

    public override ExplainedRow Source(Region region) => Spell.Record >= 0
        ? RowSource.Of(region, this, "spells", region.Key(region.Spells[Spell.Record]), Month, Start, End)
        : RowSource.Of(region, this, "oaps", region.Key(region.Oaps[Oap]), Month, Start, End);
}
