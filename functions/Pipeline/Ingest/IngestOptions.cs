namespace Homeward.Pipeline.Ingest;

/// <summary>What tells when an upload was received.</summary>
public enum ReceivedBy
{
    /// <summary>The latest last-modified time of its files, by the storage's clock.</summary>
    Storage,

    /// <summary>Its manifest's DateTimeCreated: where files were copied together and the storage cannot tell.</summary>
    Manifest,
}

/// <param name="Worker">Who holds the lease: one name per process.</param>
public sealed record IngestOptions(string Worker)
{
    public ReceivedBy ReceivedBy { get; init; }

    /// <summary>Stamps when judging was finished. Null: the time received, so that the same files give the same feedback.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>How long nobody else may take the submission over.</summary>
    public TimeSpan LeaseFor { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>True for a worker that is known to have ended: its lease need not be waited for. Null: nothing is known.</summary>
    public Func<string, bool>? IsGone { get; init; }

    /// <summary>Failures after which it is parked.</summary>
    public int MaxFailures { get; init; } = 5;

    /// <summary>How often judging starts again because files changed under it.</summary>
    public int MaxChanges { get; init; } = 5;
}
