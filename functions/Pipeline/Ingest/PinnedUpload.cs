using Homeward.Submissions;

namespace Homeward.Pipeline.Ingest;

/// <summary>An upload's files as they lay at one moment.</summary>
/// <param name="LastModified">The latest of its files, by the storage's clock.</param>
/// <param name="Version">Another one as soon as a file is added, removed or changed.</param>
public sealed record PinnedUpload(IReadOnlyList<SubmissionFile> Files, DateTimeOffset LastModified, string Version)
{
    /// <summary>Names of files that came after the upload was first judged, and are not among <see cref="Files"/>.</summary>
    public IReadOnlyList<string> LateFiles { get; init; } = [];

    /// <summary>True where it is judged once more and came while its month was open.</summary>
    public bool CameInTime { get; init; }
}

/// <summary>Lists an upload's files again and pins what it finds.</summary>
public delegate Task<PinnedUpload> PinUpload(CancellationToken cancel);
