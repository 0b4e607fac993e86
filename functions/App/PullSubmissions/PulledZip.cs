using Homeward.Pipeline.Packages;
using Homeward.Submissions;

namespace Homeward.App.PullSubmissions;

/// <summary>What a zip that was pulled brings to landing: its files; or, where it cannot be read, itself, so that its provider is answered (SUB006).</summary>
static class PulledZip
{
    const string Extension = ".zip";

    /// <param name="name">What the zip is called where it lands as it is, without extension.</param>
    public static IReadOnlyList<SubmissionFile> Files(string name, byte[] zip)
    {
        Stream Open() => new MemoryStream(zip, writable: false);
        return ZipPackage.Problem(Open) is null ? ZipPackage.Files(Open) : [new(name + Extension, zip.Length, Open)];
    }

    public static bool IsUnreadable(IReadOnlyList<SubmissionFile> files) =>
        files is [var only] && only.Name.EndsWith(Extension, StringComparison.Ordinal);
}
