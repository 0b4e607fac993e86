using Homeward.Columns;

namespace Homeward.Lake.Ledger;

/// <summary>How many rows of a table were read, and what became of them.</summary>
public sealed record TableCounts(int Read, int Accepted, int Rejected, int Warned);

/// <summary>What the rejected rows of a submission would have added.</summary>
public sealed record HiddenCounts(int People, long Nights);

/// <summary>A file as it was judged.</summary>
public sealed record JudgedFile(long Bytes, string Sha256);

/// <summary>Who works on a submission, and until when nobody else may.</summary>
public sealed record Lease(string Owner, DateTimeOffset Expires);

/// <summary>What the ledger knows of one upload.</summary>
/// <param name="Received">submission.md §1; decides which upload of a month is current.</param>
public sealed record SubmissionRow(string Provider, Month Period, string Upload, LedgerState State, DateTimeOffset Received)
{
    /// <summary>Names the version of the content; null until it is judged.</summary>
    public string? ContentSha256 { get; init; }

    /// <summary>The lake key that its person ids were made with; null unless accepted.</summary>
    public string? KeyId { get; init; }

    public string? SpecVersion { get; init; }

    /// <summary>Hash over the reference data that it was judged with.</summary>
    public string? ReferenceVersion { get; init; }

    /// <summary>By table; empty until it is judged.</summary>
    public IReadOnlyDictionary<string, TableCounts> Tables { get; init; } = new Dictionary<string, TableCounts>();

    /// <summary>Rule → how often it was found; null until it is judged.</summary>
    public IReadOnlyDictionary<string, long>? Rules { get; init; }

    /// <summary>Null until it is judged, and where it was judged before this was kept.</summary>
    public HiddenCounts? Hidden { get; init; }

    /// <summary>Of the version's file of VODIM counts; null unless accepted, and where it was judged before this was kept.</summary>
    public string? VodimSha256 { get; init; }

    /// <summary>Table files as they were judged, by name, the manifest among them; null until it is judged.</summary>
    public IReadOnlyDictionary<string, JudgedFile>? Files { get; init; }

    public Lease? Lease { get; init; }

    /// <summary>How often working on it failed.</summary>
    public int Failures { get; init; }

    /// <summary>Why it is parked, for an operator.</summary>
    public string? Problem { get; init; }

    /// <summary><c>{provider}-{period}-{upload}</c>.</summary>
    public string Id => $"{Provider}-{Period}-{Upload}";

    /// <summary>True once it was judged: nothing but an operator changes it any more.</summary>
    public bool Settled => State is LedgerState.Published or LedgerState.Rejected or LedgerState.Unchanged or LedgerState.Parked;
}
