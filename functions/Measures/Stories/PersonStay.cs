using Homeward.Measures.Explaining;
using Homeward.Measures.Records;
using Homeward.Measures.Tallying;
using Homeward.Reference;

namespace Homeward.Measures.Stories;

/// <summary>A ward stay in a window; a placement that only its sender told is one too, of the people lens.</summary>
sealed class PersonStay : Subject
{
    /// <summary>Index among the region's ward stays; -1 where only the sender told it.</summary>
    public int Record;
    public int Start;

    /// <summary><see cref="Day.Open"/> where it has not ended.</summary>
    public int End;

    /// <summary>The first day that its nights cannot reach: its end, or the day after it was last seen.</summary>
    public int Until;
    public bool OpenAtEnd;
    public int BedClass;
    public int Site;
    public Flow Flow;
    public int Distance;

    /// <summary>Nights on leave in the window.</summary>
    public int Leave;

    /// <summary>Index among the region's oaps rows, where only the sender told it; else -1.</summary>
    public int Oap;

    public override ExplainedRow Source(Region region) => Record >= 0
        ? RowSource.Of(region, this, "ward_stays", region.Key(region.Stays[Record]), region.Stays[Record].Month, Start, End)
        : RowSource.Of(region, this, "oaps", region.Key(region.Oaps[Oap]), region.Oaps[Oap].Month, Start, End);
}
