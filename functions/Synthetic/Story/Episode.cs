using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Story;

/// <summary>A stay with one provider, from admission to discharge: what the provider calls a spell.</summary>
sealed class Episode
{
    public required Person Person { get; init; }

    public required Provider Provider { get; init; }

    /// <summary>Parts on a ward, in order and without a gap; the first begins and the last ends with the stay.</summary>
    public required List<WardPart> Parts { get; init; }

    /// <summary>Null: not labelled out of area by anybody.</summary>
    public Placement? Placement { get; init; }

    /// <summary>When the referral was received.</summary>
    public DateOnly Referred { get; set; }

    public DateOnly Start => Parts[0].Start;

    /// <summary>Null: still there when the story stops.</summary>
    public DateOnly? End => Parts[^1].End;

    /// <summary>Who pays.</summary>
    public required string Commissioner { get; init; }

    /// <summary>Code of domain.md §2.3.</summary>
    public required string PrimaryReason { get; init; }

    /// <summary>Code of domain.md §2.4.</summary>
    public required string ReferralSource { get; init; }

    /// <summary>Code of domain.md §2.5.</summary>
    public string Destination { get; set; } = "19";

    public required string LegalStatus { get; init; }

    /// <summary>From this day on the provider's record has the hospital's postcode as the person's.</summary>
    public DateOnly? PostcodeBecomesHospital { get; set; }

    /// <summary>Clinically ready for discharge from this day on; null: never before the end.</summary>
    public DateOnly? ReadyOn { get; set; }

    public void StartOn(DateOnly day)
    {
        Parts[0] = Parts[0] with { Start = day };
        Referred = Referred > day ? day : Referred;
    }

    public void EndOn(DateOnly? day) => Parts[^1] = Parts[^1] with { End = day };

    public bool IsIn(DateOnly from, DateOnly to) => Start <= to && (End is null || End >= from);
}

/// <param name="End">Null: still there.</param>
/// <param name="Leave">Share of the nights spent on leave, in percent.</param>
sealed record WardPart(Ward Ward, DateOnly Start, DateOnly? End, int Leave = 0);
