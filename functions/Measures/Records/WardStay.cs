using Homeward.Reference;

namespace Homeward.Measures.Records;

/// <summary>A ward stay as its latest submission has it.</summary>
struct WardStay
{
    /// <summary>Index of its spell.</summary>
    public int Spell;
    public int Key;
    public short Month;
    public int Start;
    public int End;
    public int Site;
    public int Ward;
    public int BedClass;
    public ServiceLine Line;
    public int Home;

    /// <summary>Whole km from home; -1 unknown.</summary>
    public int Distance;
    public Demographics Demographics;

    /// <summary>Where its site lies for the person's home, at the end of its month.</summary>
    public Flow Flow;

    /// <summary>The collaborative that answers for the person; -1 none.</summary>
    public short PeopleCollaborative;

    /// <summary>Its provider's collaborative, where that answers for its line; -1 none.</summary>
    public short BedsCollaborative;

    /// <summary>First of its leave rows in the region's list; -1 none.</summary>
    public int Leave;

    public readonly bool HasEnded => End != Day.Open;
}

/// <summary>Nights on leave that one month's row of a ward stay tells.</summary>
/// <param name="Next">The same stay's next leave row; -1 none.</param>
readonly record struct LeaveRow(short Month, int Days, int Next);
