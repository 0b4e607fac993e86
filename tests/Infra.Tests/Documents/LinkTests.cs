using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Homeward.Infra.Tests.Documents;

public sealed partial class LinkTests
{
    /// <summary>Every Markdown file that is, or is about to be, checked in.</summary>
    public static TheoryData<string> Documents
    {
        get
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.md"]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true })!;
            var files = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            git.WaitForExit();
            return [.. files.Where(file => File.Exists(Repository.PathOf(file)))];
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Links_WithinTheRepository_LeadSomewhere(string document)
    {
        var text = Repository.Read(document);
        var folder = Path.GetDirectoryName(Repository.PathOf(document))!;
        var broken = Link().Matches(CodeBlock().Replace(text, "")).Select(match => match.Groups[1].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal))
            .Where(target => !LeadsSomewhere(folder, Repository.PathOf(document), target));
        Assert.Empty(broken);
    }

    static bool LeadsSomewhere(string folder, string document, string target)
    {
        var (path, anchor) = target.Split('#', 2) is [var before, var after] ? (before, after) : (target, null);
        var file = path.Length == 0 ? document : Path.GetFullPath(Path.Combine(folder, path));
        return (File.Exists(file) || Directory.Exists(file))
            && (anchor is null || Anchors(File.ReadAllText(file)).Contains(anchor));
    }

    static IEnumerable<string> Anchors(string text) =>
        Heading().Matches(text).Select(heading => Anchor(heading.Groups[1].Value)).Concat(Named().Matches(text).Select(anchor => anchor.Groups[1].Value));

    static string Anchor(string heading) =>
        string.Concat(heading.Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');

    [GeneratedRegex(@"(?<!\!)\[[^\]]*\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("""<a (?:id|name)="([^"]+)">""")]
    private static partial Regex Named();

    [GeneratedRegex(@"^#{1,6} (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
