using System.Security.Cryptography;
using System.Text.Json;
using Homeward.Submissions.Curated;

namespace Homeward.Cli.Keys;

/// <summary>A file with both keys: <c>{"id": "…", "lake": "64 hex digits", "trust": "64 hex digits"}</c>; the id may be left out.</summary>
static class KeyFile
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    /// <exception cref="InputException">Absent, unreadable, or not keys.</exception>
    public static PseudonymKeys Read(FileInfo file)
    {
        if (!file.Exists)
        {
            throw new InputException($"The key file {file.FullName} does not exist. 'homeward key --out {file.Name}' makes one.");
        }

        try
        {
            var keys = JsonSerializer.Deserialize<Content>(File.ReadAllBytes(file.FullName), Json) ?? throw new JsonException();
            return KeySource.Of(keys.Id, KeySource.Bytes($"'lake' in {file.Name}", keys.Lake), KeySource.Bytes($"'trust' in {file.Name}", keys.Trust));
        }
        catch (JsonException)
        {
            throw new InputException($"{file.FullName} is not a key file: expected JSON with 'lake' and 'trust', as 'homeward key' makes it.");
        }
    }

    /// <summary>Makes new random keys. Only the owner may read the file; an existing one is never replaced.</summary>
    public static PseudonymKeys Create(FileInfo file)
    {
        var keys = KeySource.Of(null, RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(file.FullName, options);
        JsonSerializer.Serialize(stream, new Content(keys.KeyId, Convert.ToHexStringLower(keys.LakeKey), Convert.ToHexStringLower(keys.TrustKey)), Json);
        return keys;
    }

    sealed record Content(string? Id, string? Lake, string? Trust);
}
