using Homeward.Columns;
using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Story;

/// <summary>A referral for admission that did not lead to one.</summary>
/// <param name="Outcome">DIV, REJ or WDN.</param>
/// <param name="Alternative">Code of AlternativeService; null where there is none.</param>
sealed record Enquiry(Person Person, Provider Provider, DateOnly Received, DateOnly Decided, string Outcome, string? Alternative)
{
    /// <summary>Code of domain.md §2.3.</summary>
    public string PrimaryReason { get; init; } = "18";
}

/// <summary>A meeting about one stay, held by the provider that has the person or by the one that sent them.</summary>
/// <param name="Type">Code of ReviewType.</param>
sealed record Review(Episode Episode, string By, string Type, DateOnly Date)
{
    public DateOnly? NextDue { get; init; }

    public DateOnly? PlannedReturn { get; init; }

    /// <summary>Code of Barrier; null where nothing stands in the way.</summary>
    public string? Barrier { get; init; }
}

/// <summary>A request for a bed to the patient flow hub.</summary>
/// <param name="Hub">The provider that runs it.</param>
/// <param name="Referring">The organisation that asks.</param>
/// <param name="Outcome">Code of ReferralOutcome.</param>
sealed record BedRequest(Person Person, string Hub, string Referring, DateTime Received, string BedClass, string Outcome, DateTime Decided)
{
    public string PrimaryReason { get; init; } = "18";

    public string? Alternative { get; init; }

    public string? AcceptingSite { get; init; }

    public IReadOnlyList<BedOffer> Offers { get; init; } = [];
}

/// <param name="Answer">ACC, DEC or NOA.</param>
/// <param name="Reason">Code of DeclineReason; null unless declined.</param>
sealed record BedOffer(string Site, DateTime Asked, DateTime Answered, string Answer, string? Reason);

/// <summary>Time on a community team's caseload.</summary>
/// <param name="End">Null: still on it when the story stops.</param>
sealed record CommunityCare(Person Person, string Provider, string Team, string ServiceLine, DateOnly Start, DateOnly? End);

/// <summary>Money that a provider paid in a month.</summary>
/// <param name="By">Who submits it.</param>
/// <param name="Category">Code of SpendCategory.</param>
sealed record Payment(string By, string Payee, string Commissioner, string ServiceLine, string Category, Month Month, decimal Amount)
{
    public string? Site { get; init; }

    public bool? Recurrent { get; init; }

    public int? BedDays { get; init; }

    /// <summary>The stay that it paid for, where it is known.</summary>
    public Episode? For { get; init; }
}

/// <summary>A restrictive intervention during a part of a stay.</summary>
sealed record Incident(Episode Episode, int Part, DateOnly Date, string Type);
