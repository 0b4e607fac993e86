using Homeward.Submissions;

namespace Homeward.Pipeline.Ingest;

/// <summary>An upload's files as they lay at one moment.</summary>
/// <param name="LastModified">The latest of its files, by the storage's clock.</param>
/// <param name="Version">Another one as soon as a file is added, removed or changed.</param>
public sealed record PinnedUpload(IReadOnlyList<SubmissionFile> Files, DateTimeOffset LastModified, string Version);

/// <summary>Lists an upload's files again and pins what it finds.</summary>
public delegate Task<PinnedUpload> PinUpload(CancellationToken cancel);
