using System.Security.Cryptography;
using System.Text;
using Homeward.Submissions;

namespace Homeward.App.Submit;

/// <summary>Tells packages apart by what their files are called and hold, however they were packed and in which order.</summary>
static class PackageHash
{
    /// <returns>SHA-256 in hex.</returns>
    public static async Task<string> Of(IReadOnlyList<SubmissionFile> files, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            await using var stream = file.Open();
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Name}\n"));
            hash.AppendData(await SHA256.HashDataAsync(stream, cancel));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>As much of it as a name wants.</summary>
    public static string Short(string hash) => hash[..16];
}
