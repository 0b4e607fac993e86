using System.Text;

namespace Homeward.Submissions.Documentation;

/// <summary>The documentation of submissions, derived from the specification, the catalogue and the code lists; nothing in it is written twice.</summary>
public static class SubmissionDocs
{
    /// <summary>Path below the documentation folder → bytes, UTF-8, sorted by path: <c>submission.md</c>, <c>code-lists.md</c>, <c>rules/*.md</c>, <c>templates/*.csv</c>.</summary>
    public static IReadOnlyDictionary<string, byte[]> Write()
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["submission.md"] = SubmissionPage.Write(),
            ["code-lists.md"] = CodeListPage.Write(),
        };
        foreach (var (path, text) in RulePages.Write().Concat(Templates.Write()))
        {
            files.Add(path, text);
        }

        return new SortedDictionary<string, byte[]>(files.ToDictionary(file => file.Key, file => Encoding.UTF8.GetBytes(file.Value)), StringComparer.Ordinal);
    }
}
