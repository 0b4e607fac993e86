using Homeward.Reference;

namespace Homeward.Measures.Records;

/// <summary>A sender's row of its list of people placed elsewhere.</summary>
struct OapRow
{
    public int Person;

    /// <summary>The submitter.</summary>
    public int Provider;
    public int Key;
    public short Month;
    public int Sender;
    public int Receiver;
    public int Site;

    /// <summary>0 unknown or not valid.</summary>
    public int Reason;
    public int Start;
    public int End;
    public int BedClass;
    public ServiceLine Line;
    public int Home;
    public int Distance;
    public Demographics Demographics;
    public int Patient;
    public int EndReason;

    /// <summary>Pence per day; -1 not given.</summary>
    public long DailyRate;

    /// <summary><see cref="Day.Open"/> where not given.</summary>
    public int PlannedReturn;
    public int Barrier;
}
