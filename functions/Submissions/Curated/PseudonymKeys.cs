using System.Security.Cryptography;

namespace Homeward.Submissions.Curated;

/// <summary>The two keys that turn an NHS number into a person id (submission.md §6): 32 bytes each, and the id of the lake key.</summary>
/// <exception cref="ArgumentException">A key is not 32 bytes long, or the id is empty.</exception>
public sealed record PseudonymKeys(string KeyId, byte[] LakeKey, byte[] TrustKey)
{
    /// <summary>Bytes of a key.</summary>
    public const int KeyLength = 32;

    /// <summary>The id of <see cref="Demo"/>, by which a deployment can refuse it.</summary>
    public const string DemoKeyId = "demo";

    /// <summary>Fixed keys for demonstrations, synthetic data and tests: known to everyone, so they protect nobody.</summary>
    public static PseudonymKeys Demo { get; } =
        new(DemoKeyId, SHA256.HashData("homeward demonstration lake key"u8), SHA256.HashData("homeward demonstration trust key"u8));

    public string KeyId { get; } =
        KeyId.Length > 0 ? KeyId : throw new ArgumentException("The id of the lake key is empty: name the key.", nameof(KeyId));

    public byte[] LakeKey { get; } = Checked(LakeKey, nameof(LakeKey));

    public byte[] TrustKey { get; } = Checked(TrustKey, nameof(TrustKey));

    static byte[] Checked(byte[] key, string name) => key.Length == KeyLength
        ? key
        : throw new ArgumentException($"{name} has {key.Length} bytes: expected {KeyLength} random bytes.", name);
}
