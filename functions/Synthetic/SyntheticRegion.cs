using Homeward.Submissions;

namespace Homeward.Synthetic;

/// <summary>What a region's deployment would be given: its reference data, and what its providers send.</summary>
/// <param name="Reference">File name → bytes, as reference.md lays it down.</param>
/// <param name="Uploads">In the order received.</param>
public sealed record SyntheticRegion(IReadOnlyDictionary<string, byte[]> Reference, IReadOnlyList<SyntheticUpload> Uploads);

/// <summary>One submission as it lands.</summary>
/// <param name="Created">The manifest's DateTimeCreated, which stands for the time of receipt.</param>
/// <param name="Files">File name, such as <c>ward_stays.csv</c>, → bytes; the manifest is <c>submission.csv</c>.</param>
/// <param name="Rejected">Made to be rejected.</param>
/// <param name="Broken">Rows made to be rejected, the ones under them not listed.</param>
public sealed record SyntheticUpload(
    SubmissionIdentity Identity,
    DateTimeOffset Created,
    IReadOnlyDictionary<string, byte[]> Files,
    bool Rejected,
    IReadOnlyList<BrokenRow> Broken);

/// <param name="Line">Line of the file, the header being 1.</param>
/// <param name="Rule">The rule that must find it.</param>
public sealed record BrokenRow(string Table, int Line, string Rule);
