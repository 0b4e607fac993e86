using System.Security.Cryptography;
using Homeward.Submissions.Curated;

namespace Homeward.App.Deployments;

/// <summary>The keys of this deployment (submission.md §6): from Key Vault references or the environment.</summary>
static class KeyRing
{
    /// <param name="inAzure">True: no keys, or the public demonstration keys, are an error.</param>
    /// <exception cref="SettingsException">A key is missing or is none.</exception>
    public static PseudonymKeys Read(IConfiguration settings, bool inAzure)
    {
        if (settings["HOMEWARD_LAKE_KEY"] is not { Length: > 0 } && settings["HOMEWARD_TRUST_KEY"] is not { Length: > 0 } && !inAzure)
        {
            return PseudonymKeys.Demo;
        }

        var (lake, trust) = (Key(settings, "HOMEWARD_LAKE_KEY"), Key(settings, "HOMEWARD_TRUST_KEY"));
        var id = settings["HOMEWARD_KEY_ID"] is { Length: > 0 } given ? given : IdOf(lake);
        return inAzure && (id == PseudonymKeys.DemoKeyId || Same(lake, PseudonymKeys.Demo.LakeKey) || Same(trust, PseudonymKeys.Demo.TrustKey))
            ? throw new SettingsException("HOMEWARD_LAKE_KEY or HOMEWARD_TRUST_KEY is the public demonstration key: anybody could undo the pseudonyms. Make keys with 'homeward key'.")
            : new PseudonymKeys(id, lake, trust);
    }

    /// <summary>Tells keys apart without telling what they are.</summary>
    static string IdOf(byte[] lake) => Convert.ToHexStringLower(HMACSHA256.HashData(lake, "homeward key id"u8))[..16];

    static bool Same(byte[] a, byte[] b) => CryptographicOperations.FixedTimeEquals(a, b);

    static byte[] Key(IConfiguration settings, string name)
    {
        try
        {
            var bytes = Convert.FromHexString(settings[name]?.Trim() ?? "");
            return bytes.Length == PseudonymKeys.KeyLength ? bytes : throw new FormatException();
        }
        catch (FormatException)
        {
            throw new SettingsException($"{name} is not a key: expected {2 * PseudonymKeys.KeyLength} hex digits ({PseudonymKeys.KeyLength} random bytes), as 'homeward key' makes them.");
        }
    }
}
