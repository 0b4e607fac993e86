using System.Text.Json;
using Homeward.Lake;

namespace Homeward.Pipeline.Summarise;

/// <summary><c>_run.json</c> of the files that span periods: from which runs they were made, and the hash of each.</summary>
/// <param name="Periods">Period → run.</param>
/// <param name="Files">Path → SHA-256.</param>
sealed record SummaryManifest(
    string RunId, string EngineVersion, IReadOnlyDictionary<string, string> Periods, IReadOnlyDictionary<string, string> Files)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    /// <summary>Beside the marts; what is copied last.</summary>
    public static LakePath Published { get; } = LakePath.Of(Zone.Marts, LakePaths.RunFile);

    public IEnumerable<LakePath> Paths => Files.Keys.Select(LakePath.Parse);

    public static SummaryManifest Of(SummaryInputs inputs, IEnumerable<(LakePath Path, byte[] Bytes)> files) => new(
        inputs.RunId,
        Engine.Version,
        inputs.Runs.ToDictionary(run => run.Period.ToString(), run => run.RunId!),
        files.OrderBy(file => file.Path.ToString(), StringComparer.Ordinal).ToDictionary(file => file.Path.ToString(), file => Hashing.Sha256(file.Bytes)));

    /// <summary>As it lies beside the marts: the hash of an exact file would give suppressed figures away to whoever can guess.</summary>
    public byte[] ForMarts() => (this with { Files = Files.Where(file => LakePath.Parse(file.Key).Zone == Zone.Marts).ToDictionary() }).ToBytes();

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    public static SummaryManifest Parse(LakePath path, byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<SummaryManifest>(bytes, Json) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} cannot be read: remove its folder and run again.", e);
        }
    }
}
