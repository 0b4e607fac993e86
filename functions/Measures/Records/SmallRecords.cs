using Homeward.Reference;

namespace Homeward.Measures.Records;

/// <summary>A time for which a person was clinically ready for discharge.</summary>
struct Ready
{
    public int Spell;
    public short Month;
    public int Start;
    public int End;
    public int DelayReason;
    public int AttributableTo;
}

/// <summary>A person on a community caseload.</summary>
struct Caseload
{
    public int Person;
    public int Provider;
    public short Month;
    public int Start;
    public int End;
    public ServiceLine Line;
    public int Home;
    public Demographics Demographics;
}

/// <summary>A review of a placement or stay.</summary>
struct Review
{
    public int Person;
    public int Provider;
    public short Month;

    /// <summary>Index of the spell that it names; -1 none.</summary>
    public int Spell;

    /// <summary>Index of the oaps row that it names; -1 none.</summary>
    public int Oap;

    /// <summary>It names neither a spell nor an oaps row: it is of whatever placement the person has.</summary>
    public bool NamesNothing;
    public int Type;
    public int Date;
    public int NextDue;
    public int PlannedReturn;
    public int Barrier;
}

/// <summary>A request for a bed to the patient flow hub.</summary>
struct Request
{
    public int Person;
    public int Provider;
    public short Month;

    /// <summary>Milliseconds since 1970-01-01.</summary>
    public long Received;

    /// <summary>Milliseconds since 1970-01-01; <see cref="long.MaxValue"/> where there is none yet.</summary>
    public long Decided;
    public int Outcome;
    public int BedClass;
    public ServiceLine Line;
    public int Home;
    public int PrimaryReason;
    public Demographics Demographics;
}

/// <summary>A site that the hub asked.</summary>
struct Offer
{
    public int Request;
    public short Month;
    public int Site;
    public int Answer;
    public int DeclineReason;
    public long Answered;
}

/// <summary>A restrictive intervention.</summary>
struct Incident
{
    public int Stay;
    public short Month;
    public int Date;
}

/// <summary>A ward and its beds in one month.</summary>
struct BedRow
{
    public int Provider;
    public short Month;

    /// <summary>Number of its code among the provider's wards.</summary>
    public int Ward;
    public int Site;
    public int BedClass;
    public ServiceLine Line;
    public int Sex;
    public int Security;

    /// <summary>-1 not given.</summary>
    public int Commissioned;
    public int Available;
    public int Closed;

    /// <summary>-1 not given.</summary>
    public int Open;
    public int ClosedReason;
}

enum SpendCategory
{
    Block,
    Spot,
    Oap,
    Epc,
    Comm,
    Reinvest,
    Other,
}

/// <summary>An amount spent in one month.</summary>
struct SpendRow
{
    public int Provider;
    public Columns.Month Month;
    public int Payee;
    public int Site;
    public int Commissioner;
    public ServiceLine Line;
    public SpendCategory Category;
    public long Pence;
    public bool Recurrent;

    /// <summary>Index of the spell that it names; -1 none.</summary>
    public int Spell;

    /// <summary>Index of the oaps row that it names; -1 none.</summary>
    public int Oap;
}

/// <summary>The start of a spell or ward stay that only the months after the period tell of.</summary>
struct Later
{
    public int Person;
    public int Start;
    public short Month;
    public int Home;
    public ServiceLine Line;
    public int Site;

    /// <summary>A spell begins; else a ward stay of one.</summary>
    public bool IsSpell;

    /// <summary>The sender's row of a placement, so that a later placement ends it.</summary>
    public bool IsSent;
    public Flow Flow;
}
