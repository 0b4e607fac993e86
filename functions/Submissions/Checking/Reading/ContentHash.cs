using System.Security.Cryptography;
using System.Text;

namespace Homeward.Submissions.Checking.Reading;

/// <summary>The content hash of submission.md §1, over the table files without the manifest.</summary>
/// <remarks>Each file is a line of <c>sha256sum</c>, lines sorted by name (ordinal): <c>sha256sum *.csv | sha256sum</c> gives the same.</remarks>
static class ContentHash
{
    /// <param name="files">File name → SHA-256 of its bytes, hex, lower case.</param>
    public static string Of(IEnumerable<KeyValuePair<string, string>> files)
    {
        var list = new StringBuilder();
        foreach (var (name, hash) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            list.Append(hash).Append("  ").Append(name).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list.ToString())));
    }
}
