using Homeward.Lake.Ledger;

namespace Homeward.Pipeline.Ingest;

/// <summary>What an ingest did.</summary>
public enum IngestOutcome
{
    /// <summary>It was judged now.</summary>
    Judged,

    /// <summary>It was judged before; a folder is judged once.</summary>
    JudgedBefore,

    /// <summary>Another worker holds its lease.</summary>
    Busy,
}

/// <param name="Rules">Rule → how often it was found, where it was judged now.</param>
public sealed record IngestResult(IngestOutcome Outcome, SubmissionRow Row, IReadOnlyDictionary<string, long> Rules)
{
    /// <inheritdoc cref="Submissions.Checking.CheckContext.PackageFault"/>
    public Submissions.PackageFault? PackageFault { get; init; }

    /// <inheritdoc cref="Submissions.Checking.CheckContext.NewerUpload"/>
    public string? NewerUpload { get; init; }

    /// <summary>Files that came or changed after it was judged: they are not read, and its feedback says so (SUB010).</summary>
    public IReadOnlyList<string> LateFiles { get; init; } = [];
}
