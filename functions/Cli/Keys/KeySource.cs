using System.CommandLine;
using System.Security.Cryptography;
using Homeward.Cli.Terminals;
using Homeward.Submissions.Curated;

namespace Homeward.Cli.Keys;

/// <summary>Where the two keys come from on a laptop: <c>--key FILE</c>, the environment, or the demonstration keys when asked for.</summary>
sealed class KeySource(Terminal terminal)
{
    const int KeyBytes = 32;

    public Option<FileInfo?> File { get; } = new("--key")
    {
        Description = "File with the lake key and the trust key ('homeward key' makes one). Else HOMEWARD_LAKE_KEY and HOMEWARD_TRUST_KEY, 64 hex digits each.",
        HelpName = "FILE",
    };

    public Option<bool> Demo { get; } = new("--demo-key")
    {
        Description = "Use the public demonstration keys: for synthetic data only.",
    };

    /// <exception cref="InputException">No key is given, or it is not one.</exception>
    public PseudonymKeys Read(ParseResult parsed)
    {
        var file = parsed.GetValue(File);
        var (lake, trust) = (terminal.Environment("HOMEWARD_LAKE_KEY"), terminal.Environment("HOMEWARD_TRUST_KEY"));
        return (parsed.GetValue(Demo), file, lake, trust) switch
        {
            (true, null, _, _) => PseudonymKeys.Demo,
            (true, not null, _, _) => throw new InputException("--key and --demo-key were both given: give one."),
            (_, not null, _, _) => KeyFile.Read(file),
            (_, _, { Length: > 0 }, { Length: > 0 }) => Of(null, Bytes("HOMEWARD_LAKE_KEY", lake), Bytes("HOMEWARD_TRUST_KEY", trust)),
            _ => throw new InputException(
                "No key was given, and people are pseudonymised with one. Make it once with 'homeward key --out homeward.key', keep it safe, "
                + "and give it as --key homeward.key. For synthetic data: --demo-key."),
        };
    }

    /// <summary>The id tells keys apart without telling what they are.</summary>
    public static PseudonymKeys Of(string? id, byte[] lake, byte[] trust) =>
        new(id ?? Convert.ToHexStringLower(HMACSHA256.HashData(lake, "homeward key id"u8))[..16], lake, trust);

    /// <exception cref="InputException">Not 64 hex digits. The text is never shown.</exception>
    public static byte[] Bytes(string where, string? hex)
    {
        try
        {
            var bytes = Convert.FromHexString(hex?.Trim() ?? "");
            return bytes.Length == KeyBytes ? bytes : throw new FormatException();
        }
        catch (FormatException)
        {
            throw new InputException($"{where} is not a key: expected {2 * KeyBytes} hex digits ({KeyBytes} random bytes), as 'homeward key' makes them.");
        }
    }
}
