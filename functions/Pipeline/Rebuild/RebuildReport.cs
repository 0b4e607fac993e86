using Homeward.Pipeline.Compute;
using Homeward.Pipeline.Ingest;
using Homeward.Pipeline.Summarise;

namespace Homeward.Pipeline.Rebuild;

/// <summary>What a rebuild did.</summary>
/// <param name="Judged">Submissions that were judged again, or for the first time.</param>
/// <param name="Kept">Submissions that stay as they are, each with the reason.</param>
/// <param name="Lost">What cannot be rebuilt, each with the reason. Empty where nothing is lost.</param>
public sealed record RebuildReport(
    IReadOnlyList<IngestResult> Judged,
    IReadOnlyList<string> Kept,
    IReadOnlyList<ComputeResult> Computed,
    SummariseResult Summary,
    IReadOnlyList<string> Lost);
