namespace Homeward.Submissions.Curated;

/// <summary>The two keys that turn an NHS number into a person id (submission.md §6): 32 bytes each, and the id of the lake key.</summary>
public sealed record PseudonymKeys(string KeyId, byte[] LakeKey, byte[] TrustKey);
