using Homeward.Reference;

namespace Homeward.Measures.Records;

/// <summary>A referral as its latest submission has it.</summary>
struct Referral
{
    public int Person;
    public int Provider;
    public int Key;
    public short Month;
    public int Patient;
    public Demographics Demographics;
    public int Home;
    public ServiceLine Line;
    public int Commissioner;
    public int PrimaryReason;
    public int Received;

    /// <summary><see cref="Day.Open"/> where not given.</summary>
    public int Decided;

    /// <summary><see cref="Day.Open"/> where it has not been closed.</summary>
    public int Discharged;
    public int Outcome;

    /// <summary>It has an out of area reason.</summary>
    public bool Placed;

    /// <summary>0 unknown or not valid.</summary>
    public int Reason;

    /// <summary>Organisation that sent the person, where it is placed; 0 unknown.</summary>
    public int Sender;
}
