using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;
using Homeward.Submissions.Specification;

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
        Names(Of(all)?["Tables"].Text[0]);

    /// <summary>What it names and the specification does not have; safe to show. An identifier may stand there, in parts.</summary>
    public static IEnumerable<string> UnknownTables(SubmissionSheets all) =>
        Names(Of(all)?["Tables"].Text[0] is { } text ? Shape.Unidentified(text) : null).Where(name => SpecificationTables.Find(name) is null).Select(Shape.Masked);

    static string[] Names(string? text) => text?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
