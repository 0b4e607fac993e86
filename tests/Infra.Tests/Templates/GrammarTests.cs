namespace Homeward.Infra.Tests.Templates;

public sealed class GrammarTests
{
    public static TheoryData<string> Templates => [.. Repository.Templates.Select(path => Path.GetRelativePath(Repository.PathOf("infra"), path))];

    [Theory]
    [MemberData(nameof(Templates))]
    public void Template_ByTheGrammar_HasNoErrorNode(string path) => Assert.Empty(BicepFile.Read(path).Errors);

    [Fact]
    public void Template_WithAMistake_HasAnErrorNode()
    {
        var broken = Path.Combine(Path.GetTempPath(), $"homeward-broken-{Environment.ProcessId}.bicep");
        File.WriteAllText(broken, Repository.Read("infra", "main.bicep").Replace("targetScope = ", "targetScope ", StringComparison.Ordinal));
        try
        {
            Assert.NotEmpty(BicepFile.Read(broken).Errors);
        }
        finally
        {
            File.Delete(broken);
        }
    }
}
