namespace Homeward.Synthetic.Story;

[Flags]
enum Recorded
{
    Nobody = 0,

    /// <summary>The receiver's referral has ReasonOAT and the referring organisation.</summary>
    Receiver = 1,

    /// <summary>The sender lists it in oaps.</summary>
    Sender = 2,
    Both = 3,
}

/// <summary>What makes a stay an out of area placement: who sent the person, why, and who wrote it down.</summary>
/// <param name="Sender">Organisation; null where nobody recorded it.</param>
/// <param name="Reason">Code of domain.md §2.1.</param>
sealed record Placement(string? Sender, string Reason, Recorded By)
{
    /// <summary>What the receiver put as the reason, where it differs.</summary>
    public string? ReceiverReason { get; init; }

    /// <summary>The sender's code as the receiver wrote it, where it is a site's.</summary>
    public string? SenderSite { get; init; }

    /// <summary>Days by which the sender's dates lie inside the receiver's.</summary>
    public int SenderLag { get; init; }

    /// <summary>Pounds a day.</summary>
    public int DailyRate { get; init; }

    /// <summary>Code of EndReason.</summary>
    public string EndReason { get; set; } = "REP";

    public string? Barrier { get; init; }

    public DateOnly? PlannedReturn { get; init; }
}
