using System.Diagnostics;

namespace Homeward.Infra.Tests.Templates;

/// <summary>Bicep's own compiler and formatter over a copy of infra/: types, api versions and module parameters are checked here.</summary>
public sealed class CompilerTests : IDisposable
{
    readonly DirectoryInfo copy = Directory.CreateTempSubdirectory("homeward-infra-");

    public CompilerTests()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("infra"), "*", SearchOption.AllDirectories).Where(file => file.EndsWith(".bicep", StringComparison.Ordinal) || file.EndsWith(".json", StringComparison.Ordinal)))
        {
            var to = Copied(file);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }

    [Fact]
    public void Templates_ByTheCompiler_HaveNoErrorAndNoWarning()
    {
        var (exit, said) = Bicep("build", "--pattern", Path.Combine(copy.FullName, "**", "*.bicep"));
        Assert.Empty(said);
        Assert.Equal(0, exit);
        Assert.All(Repository.Templates, path => Assert.True(File.Exists(Path.ChangeExtension(Copied(path), "json")), path));
    }

    [Fact]
    public void Templates_ByTheFormatter_AreFormatted()
    {
        var (exit, said) = Bicep("format", "--newline-kind", "LF", "--insert-final-newline", "--pattern", Path.Combine(copy.FullName, "**", "*.bicep"));
        Assert.Empty(said);
        Assert.Equal(0, exit);
        Assert.All(Repository.Templates, path => Assert.Equal(File.ReadAllText(path), File.ReadAllText(Copied(path))));
    }

    public void Dispose() => copy.Delete(recursive: true);

    string Copied(string file) => Path.Combine(copy.FullName, Path.GetRelativePath(Repository.PathOf("infra"), file));

    static (int Exit, string Said) Bicep(params string[] arguments)
    {
        var start = new ProcessStartInfo(Repository.Metadata("Bicep"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var complaints = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + complaints.GetAwaiter().GetResult());
    }
}
