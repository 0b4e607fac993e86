using Homeward.Reference;

namespace Homeward.Submissions.Checking;

/// <summary>What a check needs to know beside the files.</summary>
/// <param name="Received">When the submission was received, by the storage's clock.</param>
/// <param name="CurrentContentSha256">Content hash of the provider's current submission of the month; null where there is none.</param>
/// <param name="RowsLastMonth">Table → rows read in the provider's current submission of the month before; null where there is none (SUB008).</param>
public sealed record CheckContext(
    ReferenceData Reference,
    DateTimeOffset Received,
    string? CurrentContentSha256 = null,
    IReadOnlyDictionary<string, int>? RowsLastMonth = null)
{
    /// <summary>Rule id → findings of the provider's current submission of the month before; null where there is none.</summary>
    public IReadOnlyDictionary<string, long>? FindingsLastMonth { get; init; }

    /// <summary>Why the zip cannot be taken in (SUB006), where it came as one and has no files to read; else null.</summary>
    public PackageFault? PackageFault { get; init; }

    /// <summary>The upload that stands for the month, where it was received later than this one: the older is judged, and does not count.</summary>
    public string? NewerUpload { get; init; }

    /// <summary>Names of files that arrived or changed after the submission was judged (SUB010); they are not among the files to read.</summary>
    public IReadOnlyList<string> LateFiles { get; init; } = [];

    /// <summary>True where the submission came while its month was open, and is judged once more: that the month is closed by now is no fault of it.</summary>
    public bool CameInTime { get; init; }
}

/// <summary>A file as it was judged.</summary>
/// <param name="Sha256">Hex, lower case.</param>
public sealed record JudgedContent(long Bytes, string Sha256);

/// <summary>A submission after every rule that needs no other submission.</summary>
/// <param name="ContentSha256">submission.md §1; hex, lower case.</param>
/// <param name="Created">DateTimeCreated of the manifest; null where unreadable.</param>
/// <param name="Tables">Every table of the specification, in its order, absent ones with no rows.</param>
public sealed record CheckedSubmission(
    SubmissionIdentity Identity,
    Verdict Verdict,
    DateTimeOffset Received,
    DateTimeOffset? Created,
    string ContentSha256,
    IReadOnlyList<CheckedTable> Tables,
    Findings Findings,
    Hidden Hidden)
{
    /// <inheritdoc cref="CheckContext.RowsLastMonth"/>
    public IReadOnlyDictionary<string, int>? RowsLastMonth { get; init; }

    /// <inheritdoc cref="CheckContext.FindingsLastMonth"/>
    public IReadOnlyDictionary<string, long>? FindingsLastMonth { get; init; }

    /// <inheritdoc cref="CheckContext.PackageFault"/>
    public PackageFault? PackageFault { get; init; }

    /// <inheritdoc cref="CheckContext.NewerUpload"/>
    public string? NewerUpload { get; init; }

    /// <inheritdoc cref="CheckContext.LateFiles"/>
    public IReadOnlyList<string> LateFiles { get; init; } = [];

    /// <summary>Name → content of each table file that was read, the manifest among them.</summary>
    public IReadOnlyDictionary<string, JudgedContent> Files { get; init; } = new Dictionary<string, JudgedContent>();

    public CheckedTable this[string table] => Tables.First(checkedTable => checkedTable.Spec.Name == table);
}

/// <summary>Progress of a check, for people who wait.</summary>
/// <param name="Table">The table that is being read.</param>
/// <param name="TablesDone">Tables of the specification that were read or are absent.</param>
public sealed record CheckProgress(string Table, int TablesDone, int TablesInAll)
{
    /// <summary>Bytes of all files read so far.</summary>
    public long BytesRead { get; init; }

    /// <summary>Bytes of all files to read; null where a file does not tell its length.</summary>
    public long? BytesInAll { get; init; }
}
