using Homeward.Lake;
using Homeward.Measures;
using Homeward.Measures.Findings;
using Homeward.Submissions.Feedback;

namespace Homeward.Pipeline.Compute;

/// <summary>What a run tells each submitter of its month: <c>feedback/{provider}/{period}/region.csv</c>, replaced by each run.</summary>
static class RegionFeedback
{
    /// <param name="made">What the run made of the input.</param>
    public static IEnumerable<MartFile> Of(RunInput input, IReadOnlyList<MartFile> made) =>
        RegionFindings.ByProvider(input, made).Select(provider => new MartFile(
            LakePaths.RegionFeedback(provider.Provider, input.Period).ToString(),
            null,
            RegionCsv.Write(provider.Findings.Select(found => (found.Rule, found.Table, found.Line, (string?)found.Key, found.Field, found.Value)))));
}
