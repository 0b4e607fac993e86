namespace Homeward.Measures.Tallying;

/// <summary>The breakdowns of kpis.md §3. From <see cref="OapReason"/> on they are of placements only.</summary>
enum Breakdown
{
    /// <summary>A collaborative's own total, or the programme's.</summary>
    Total,
    Provider,
    Icb,
    Commissioner,
    ServiceLine,
    BedClass,
    AgeBand,
    Gender,
    EthnicGroup,
    ImdDecile,
    PrimaryReason,
    DelayReason,
    AttributableTo,
    Barrier,
    ClosedReason,
    DeclineReason,
    DecliningSite,
    OapReason,
    SendingProvider,
    ReceivingProvider,
    SendingReceiving,

    /// <summary>Sender, receiver and service line: marts/oap_flow.</summary>
    Route,
}

static class BreakdownNames
{
    public const string Collaborative = "Collaborative";

    public const string Programme = "Programme";

    static readonly string[] Names =
    [
        Collaborative, "Provider", "ICB", "Commissioner", "Service Line", "Bed Class", "Age Band", "Gender", "Ethnic Group", "IMD Decile",
        "Primary Reason for Referral", "Delay Reason", "Attributable To", "Barrier", "Closed Reason", "Decline Reason", "Site", "OAP Reason", "Sending Provider", "Receiving Provider", "Sending Provider; Receiving Provider", "Route",
    ];

    public static string Of(Breakdown breakdown) => Names[(int)breakdown];
}
