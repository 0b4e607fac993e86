namespace Homeward.Measures.Records;

/// <summary>A day that never comes: the end of what has not ended.</summary>
static class Day
{
    public const int Open = int.MaxValue;
}

/// <summary>A hospital spell as its latest submission has it, with what its referral says. Codes are numbers of a <see cref="CodePool"/>.</summary>
struct Spell
{
    public int Person;
    public int Provider;

    /// <summary>Number of its key in its provider's keys.</summary>
    public int Key;

    /// <summary>Month whose submission carries it, as months since the first month read.</summary>
    public short Month;

    /// <summary>First and last day, as days since 1970-01-01; <see cref="Day.Open"/> where it has not ended.</summary>
    public int Start;
    public int End;

    public int Home;
    public Demographics Demographics;
    public int Patient;

    public int DischargeMethod;
    public int Destination;

    /// <summary><see cref="Day.Open"/> where not given.</summary>
    public int EstimatedDischarge;
    public int LegalStatus;

    /// <summary>Index of its referral; -1 none.</summary>
    public int Referral;
    public int Commissioner;
    public int PrimaryReason;

    /// <summary>Organisation that sent the person, where the referral has a reason; 0 unknown.</summary>
    public int Sender;

    /// <summary>The referral's out of area reason: 0 unknown or not valid; meaningless where it is not a placement.</summary>
    public int Reason;

    /// <summary>The referral has an out of area reason.</summary>
    public bool Placed;

    /// <summary>Its ward stays: a run of the region's ward stays, by start, then key.</summary>
    public int FirstStay;
    public int StayCount;

    public bool HasEnded => End != Day.Open;
}
