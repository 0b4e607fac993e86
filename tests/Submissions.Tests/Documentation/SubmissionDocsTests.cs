using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Homeward.Submissions.Documentation;
using Homeward.Submissions.Rules;
using Homeward.Submissions.Specification;
using Homeward.Submissions.Tests.Samples;

namespace Homeward.Submissions.Tests.Documentation;

public partial class SubmissionDocsTests
{
    static readonly IReadOnlyDictionary<string, byte[]> Derived = SubmissionDocs.Write();

    public static TheoryData<string> Paths => [.. SubmissionDocs.Write().Keys];

    [Theory]
    [MemberData(nameof(Paths))]
    public void CheckedInPage_IsWhatTheCodeDerives(string path)
    {
        var file = Path.Combine(Docs(), path);

        Assert.True(
            File.Exists(file) && File.ReadAllBytes(file).AsSpan().SequenceEqual(Derived[path]),
            $"docs/{path} is not what the code derives. Run: dotnet run -c Release --project functions/Cli -- docs --out docs");
    }

    [Fact]
    public void CheckedInPages_AreOnlyTheDerivedOnes() => Assert.Equal(
        Derived.Keys.Where(path => path.Contains('/', StringComparison.Ordinal)),
        new[] { "rules", "templates" }.SelectMany(folder => Directory.GetFiles(Path.Combine(Docs(), folder)))
            .Select(file => Path.GetRelativePath(Docs(), file).Replace('\\', '/')).Order(StringComparer.Ordinal));

    [Fact]
    public void Pages_AreThereForEveryRuleAndTable()
    {
        Assert.All(RuleCatalogue.All, rule => Assert.Contains($"rules/{rule.Id}.md", Derived.Keys));
        Assert.All(SpecificationTables.All, table => Assert.Contains($"templates/{table.Name}.csv", Derived.Keys));
        var page = Text("submission.md");
        Assert.All(SpecificationTables.All.SelectMany(table => table.Fields), field => Assert.Contains($"| {field.Name} |", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Links_LeadSomewhere() => Assert.All(Derived.Keys.Where(path => path.EndsWith(".md", StringComparison.Ordinal)), path =>
    {
        foreach (var link in Link().Matches(Text(path)).Select(match => match.Groups[1].Value))
        {
            var (target, anchor) = (link.Split('#')[0], link.Contains('#', StringComparison.Ordinal) ? link.Split('#')[1] : null);
            var resolved = target.Length == 0 ? path : Path.GetRelativePath("/", Path.Combine("/", Path.GetDirectoryName(path)!, target)).Replace('\\', '/');
            Assert.True(Derived.ContainsKey(resolved), $"{path} links to {link}");
            Assert.True(anchor is null || Text(resolved).Contains($"<a id=\"{anchor}\">", StringComparison.Ordinal)
                || Text(resolved).Contains($"### {anchor}\n", StringComparison.Ordinal), $"{path} links to {link}");
        }
    });

    [Fact]
    public void Templates_Together_AreASubmissionWithoutAFinding()
    {
        var sample = Sample.Clean();
        foreach (var path in Derived.Keys.Where(path => path.StartsWith("templates/", StringComparison.Ordinal)))
        {
            sample.Raw(Path.GetFileName(path), Derived[path]);
        }

        Assert.Empty(sample.Found());
    }

    static string Text(string path) => Encoding.UTF8.GetString(Derived[path]);

    static string Docs([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs"));

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();
}
