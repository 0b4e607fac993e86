using System.Text;
using Homeward.Measures.Catalogue;
using Homeward.Pipeline.Tests.Uploads;
using Homeward.Submissions.Documentation;

namespace Homeward.Cli.Tests.Commands;

public sealed class DocsCommandTests : IDisposable
{
    readonly SmallWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Docs_Written_AreWhatTheCatalogueSays()
    {
        var answer = await Shell.Homeward("docs", "--out", world.At("docs"), "--json");
        Assert.Equal(Exit.Done, answer.Exit);
        var derived = SubmissionDocs.Write().Append(new("measures.md", Encoding.UTF8.GetBytes(MeasurePage.Markdown())))
            .OrderBy(page => page.Key, StringComparer.Ordinal).ToArray();
        Assert.Equal(derived.Select(page => page.Key), answer.Json.GetProperty("files").EnumerateArray().Select(file => file.GetString()!));
        Assert.All(derived, page => Assert.Equal(page.Value, File.ReadAllBytes(world.At("docs", page.Key))));
    }
}
