using Homeward.Columns;
using Homeward.Reference;
using Homeward.Submissions.Checking;

namespace Homeward.Submissions.Curated;

/// <summary>Turns accepted rows into curated tables (submission.md §6): nothing that identifies a person, everything that a measure needs.</summary>
public static class Curation
{
    /// <summary>Every table of the specification but the manifest, in its order, absent ones with no rows.</summary>
    public static IReadOnlyList<Table> Curate(CheckedSubmission submission, ReferenceData reference, PseudonymKeys keys) =>
        throw new NotImplementedException();
}
