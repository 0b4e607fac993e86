using System.Reflection;

namespace Homeward.Infra.Tests;

/// <summary>The files of this repository as they lie there.</summary>
static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    public static string Read(params ReadOnlySpan<string> parts) => File.ReadAllText(PathOf(parts));

    public static IReadOnlyList<string> Templates { get; } = [.. Directory.EnumerateFiles(PathOf("infra"), "*.bicep", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    public static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
