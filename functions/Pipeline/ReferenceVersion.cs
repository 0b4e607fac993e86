using Homeward.Reference;

namespace Homeward.Pipeline;

/// <summary>Names the reference data as a whole: a hash over the name and hash of every file that was used.</summary>
public static class ReferenceVersion
{
    public static string Of(ReferenceData reference) => Hashing.Sha256(reference.Hashes.Select(file => $"{file.Key} {file.Value}"));
}
