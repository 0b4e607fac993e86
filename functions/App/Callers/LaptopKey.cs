using System.Security.Cryptography;
using System.Text;

namespace Homeward.App.Callers;

/// <summary>Opens the HTTP functions on a laptop: given by HOMEWARD_KEY, or made at start and gone when the process ends; printed once.</summary>
sealed class LaptopKey
{
    public const string Header = "x-homeward-key";

    /// <summary>Whose row of callers.csv the holder of the key wants to act as; without it, as administrator.</summary>
    public const string ActAsHeader = "x-homeward-as";

    readonly byte[] key;

    /// <param name="given">Null or empty: a new one.</param>
    public LaptopKey(string? given = null)
    {
        IsGiven = given is { Length: > 0 };
        Text = IsGiven ? given! : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        key = Encoding.UTF8.GetBytes(Text);
    }

    public bool IsGiven { get; }

    public string Text { get; }

    public bool Opens(string? given) => CryptographicOperations.FixedTimeEquals(key, Encoding.UTF8.GetBytes(given ?? ""));
}
