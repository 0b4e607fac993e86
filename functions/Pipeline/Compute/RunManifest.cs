using System.Text.Json;
using Homeward.Lake;
using Homeward.Submissions.Specification;

namespace Homeward.Pipeline.Compute;

/// <summary><c>_run.json</c>: which run made the files beside it, from what, and the hash of each.</summary>
/// <param name="Files">Path → SHA-256.</param>
sealed record RunManifest(
    string RunId,
    string Period,
    string EngineVersion,
    string SpecVersion,
    string? KeyId,
    IReadOnlyList<RunManifest.Input> Submissions,
    IReadOnlyDictionary<string, string> Reference,
    IReadOnlyDictionary<string, string> Files)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    public sealed record Input(string Submission, string ContentSha256);

    public static RunManifest Of(PeriodInputs inputs, IEnumerable<(LakePath Path, byte[] Bytes)> files) => new(
        inputs.RunId,
        inputs.Period.ToString(),
        Engine.Version,
        SpecificationTables.Version,
        inputs.Current.Count == 0 ? null : inputs.Current[0].KeyId,
        [.. inputs.Current.Select(row => new Input(row.Id, row.ContentSha256!))],
        inputs.Reference.Hashes,
        files.OrderBy(file => file.Path.ToString(), StringComparer.Ordinal).ToDictionary(file => file.Path.ToString(), file => Hashing.Sha256(file.Bytes)));

    public IEnumerable<LakePath> Paths => Files.Keys.Select(LakePath.Parse);

    /// <summary>Folders of one period, such as <c>marts/kpi/period=2025-08/</c>, each with its own manifest: it names only the files there,
    /// because the hash of an exact file would give suppressed figures away to whoever can guess.</summary>
    public IEnumerable<(LakePath Path, RunManifest Manifest)> PerFolder() =>
        from file in Files
        let folder = file.Key[..file.Key.LastIndexOf('/')]
        where folder.Contains("/period=", StringComparison.Ordinal)
        group file by folder into files
        select (LakePath.Parse($"{files.Key}/{LakePaths.RunFile}"), this with { Files = files.ToDictionary() });

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    public static RunManifest Parse(LakePath path, byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<RunManifest>(bytes, Json) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} cannot be read: restore it, or remove its folder and run again.", e);
        }
    }
}
