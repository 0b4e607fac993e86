using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules.Submission;

/// <summary>The manifest's one row, where it has exactly one.</summary>
static class Manifest
{
    public static Sheet? Of(SubmissionSheets all)
    {
        var manifest = all["submission"];
        return manifest.Rows == 1 ? manifest : null;
    }

    public static DateTimeOffset? Created(SubmissionSheets all) => Of(all)?["DateTimeCreated"].InstantAt(0);

    /// <summary>Tables that the manifest names.</summary>
    public static IReadOnlyList<string> Tables(SubmissionSheets all) =>
        Of(all)?["Tables"].Text[0]?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
