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

/// <summary>What the breakdowns are called, as the column <c>breakdown</c> has them.</summary>
public static class BreakdownNames
{
    public const string Collaborative = "Collaborative";

    public const string Programme = "Programme";

    static readonly string[] Names =
    [
        Collaborative, "Provider", "ICB", "Commissioner", "Service Line", "Bed Class", "Age Band", "Gender", "Ethnic Group", "IMD Decile",
        "Primary Reason for Referral", "Delay Reason", "Attributable To", "Barrier", "Closed Reason", "Decline Reason", "Site", "OAP Reason", "Sending Provider", "Receiving Provider", "Sending Provider; Receiving Provider", "Route",
    ];

    /// <summary>Those of <c>marts/kpi</c>: the programme's own total, a collaborative's, and those below.</summary>
    public static IReadOnlyList<string> InKpi { get; } = [Programme, .. Enum.GetValues<Breakdown>().Where(b => b != Breakdown.Route).Select(Of)];

    internal static string Of(Breakdown breakdown) => Names[(int)breakdown];
}
