using Homeward.Lake.Ledger;
using Homeward.Pipeline.Packages;
using Homeward.Submissions;

namespace Homeward.Pipeline.Ingest;

/// <summary>An upload's files as they lay at one moment.</summary>
/// <param name="LastModified">The latest of its files, by the storage's clock.</param>
/// <param name="Version">Another one as soon as a file is added, removed or changed.</param>
public sealed record PinnedUpload(IReadOnlyList<SubmissionFile> Files, DateTimeOffset LastModified, string Version)
{
    /// <summary>The name of the zip, where the upload is one.</summary>
    public string? Package { get; init; }

    /// <summary>Why the zip cannot be taken in; then there are no <see cref="Files"/>.</summary>
    public PackageFault? Fault { get; init; }

    /// <summary>The upload as one that cannot be taken in.</summary>
    public PinnedUpload Unreadable(PackageException e) => this with { Files = [], Fault = new(Package ?? "The zip", e.Message) };

    /// <summary>Names of files that came after the upload was first judged, and are not among <see cref="Files"/>.</summary>
    public IReadOnlyList<string> LateFiles { get; init; } = [];

    /// <summary>The upload as it is judged once more: with the table files that it was judged with, and those that came later named as late.</summary>
    public PinnedUpload AsJudged(SubmissionRow before)
    {
        if (before.Files is not { } judged)
        {
            return this;
        }

        var late = Files.Where(file => !judged.ContainsKey(file.Name) && Ingest.LateFiles.IsTable(file)).Select(file => file.Name).ToList();
        return this with { Files = [.. Files.Where(file => !late.Contains(file.Name))], LateFiles = late };
    }
}

/// <summary>Lists an upload's files again and pins what it finds.</summary>
public delegate Task<PinnedUpload> PinUpload(CancellationToken cancel);
