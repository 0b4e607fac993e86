using Homeward.Columns;

namespace Homeward.Reference;

/// <summary><c>settings.json</c>: thresholds and windows. An empty object means all defaults.</summary>
public sealed record Settings
{
    /// <summary>The last month that is closed for submission and Final; null: every month is open.</summary>
    public Month? ClosedThrough { get; init; }

    /// <summary>SUB007: a submission is rejected above this share of rejected rows of a mandatory table …</summary>
    public double RejectionShare { get; init; } = 0.20;

    /// <summary>… and above this many of them.</summary>
    public int RejectionRows { get; init; } = 10;

    /// <summary>SUB008: share by which a row count may differ from the month before.</summary>
    public double RowCountChange { get; init; } = 0.30;

    /// <summary>SUB008: rows by which a row count may differ from the month before.</summary>
    public int RowCountRows { get; init; } = 10;

    public int ReviewDays { get; init; } = 28;

    public int EarlyReviewDays { get; init; } = 14;

    public int ReadmissionDays { get; init; } = 30;

    public int ShortReadmissionDays { get; init; } = 14;

    public int DistanceKm { get; init; } = 50;

    /// <summary>Day of the following month, 23:59 Europe/London, after which a submission is late.</summary>
    public int CutOffDay { get; init; } = 21;

    public int LandingDays { get; init; } = 90;

    /// <summary>Totals of collaboratives and of the programme are published exactly.</summary>
    public bool ExactTotals { get; init; } = true;
}
