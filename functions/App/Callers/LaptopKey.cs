using System.Security.Cryptography;
using System.Text;

namespace Homeward.App.Callers;

/// <summary>Opens the HTTP functions on a laptop: made at start, printed once, gone when the process ends.</summary>
sealed class LaptopKey
{
    public const string Header = "x-homeward-key";

    /// <summary>Whose row of callers.csv the holder of the key wants to act as; without it, as administrator.</summary>
    public const string ActAsHeader = "x-homeward-as";

    readonly byte[] key;

    /// <param name="key">Null: a new one.</param>
    public LaptopKey(string? key = null)
    {
        Text = key ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        this.key = Encoding.UTF8.GetBytes(Text);
    }

    public string Text { get; }

    public bool Opens(string? given) => CryptographicOperations.FixedTimeEquals(key, Encoding.UTF8.GetBytes(given ?? ""));
}
