using System.IO.Compression;
using System.Text.RegularExpressions;
using Homeward.Submissions;
using Homeward.Submissions.Checking.Found;

namespace Homeward.Pipeline.Packages;

/// <summary>One zip of a submission's files (submission.md §1). Nothing is ever unpacked to disk under a name that the zip gives.</summary>
public static partial class ZipPackage
{
    /// <summary>Judges names and sizes, and gives the files to read; each opens its own view of the zip.</summary>
    /// <param name="open">A fresh, seekable stream over the zip.</param>
    /// <exception cref="PackageException">Not a zip, or one that cannot be taken in. Reading a file may throw it too, where it is damaged.</exception>
    public static IReadOnlyList<SubmissionFile> Files(Func<Stream> open, ZipLimits? limits = null)
    {
        limits ??= new();
        using var zip = Open(open, limits, out var packed);
        var entries = zip.Entries.Where(entry => !IsFolder(entry) && !IsSystemFile(entry.FullName)).ToList();
        JudgeSizes(zip, entries, packed, limits);
        var folder = CommonFolder(entries);
        foreach (var entry in entries)
        {
            JudgeName(entry, entry.FullName[folder.Length..]);
        }

        if (entries.GroupBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new PackageException($"The zip has {Shown(twice.Key)} more than once: keep one and zip again.");
        }

        return [.. entries.Select(entry => new SubmissionFile(entry.Name, entry.Length, () => OpenEntry(open, limits, entry.FullName)))];
    }

    /// <summary>Reads the zip to its end: what is wrong with it and what to do; null where nothing is.</summary>
    public static string? Problem(Func<Stream> open, ZipLimits? limits = null)
    {
        try
        {
            foreach (var file in Files(open, limits))
            {
                using var bytes = file.Open();
                bytes.CopyTo(Stream.Null);
            }

            return null;
        }
        catch (PackageException e)
        {
            return e.Message;
        }
    }

    static ZipArchive Open(Func<Stream> open, ZipLimits limits, out long packed)
    {
        var stream = open();
        try
        {
            packed = stream.Length;
            if (packed > limits.FileBytes)
            {
                throw new PackageException($"The zip has {packed:N0} bytes; the limit is {limits.FileBytes:N0}.");
            }

            var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            if (zip.Entries.Count > limits.Entries)
            {
                throw new PackageException($"The zip has {zip.Entries.Count:N0} entries; the limit is {limits.Entries}. A submission has at most one file per table.");
            }

            return zip;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            stream.Dispose();
            throw new PackageException("The file is not a readable zip: it is damaged, cut short, or of another kind. Make the zip again.", e);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    static ZipEntryStream OpenEntry(Func<Stream> open, ZipLimits limits, string name)
    {
        var zip = Open(open, limits, out _);
        try
        {
            return new ZipEntryStream(zip, zip.GetEntry(name) ?? throw new PackageException("The zip changed while it was being read: send it again."));
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    static void JudgeSizes(ZipArchive zip, List<ZipArchiveEntry> entries, long packed, ZipLimits limits)
    {
        if (zip.Entries.Any(entry => entry.IsEncrypted))
        {
            throw new PackageException("The zip is encrypted with a password: zip the files without one. The upload itself is encrypted.");
        }

        foreach (var entry in entries.Where(entry => entry.Length > limits.FileBytes))
        {
            throw new PackageException($"{Shown(entry.Name)} in the zip unpacks to {entry.Length:N0} bytes; the limit is {limits.FileBytes:N0}.");
        }

        var unpacked = entries.Sum(entry => entry.Length);
        if (unpacked > limits.TotalBytes)
        {
            throw new PackageException($"The zip unpacks to {unpacked:N0} bytes; the limit is {limits.TotalBytes:N0}.");
        }

        var bomb = entries.Find(entry => IsBomb(entry.Length, entry.CompressedLength, limits));
        if (bomb is not null || IsBomb(unpacked, packed, limits))
        {
            var (from, to) = bomb is null ? (packed, unpacked) : (bomb.CompressedLength, bomb.Length);
            throw new PackageException($"{(bomb is null ? "The zip" : Shown(bomb.Name))} unpacks {from:N0} bytes to {to:N0}, more than {limits.Ratio} to one: that is no CSV, and it is not unpacked.");
        }
    }

    static bool IsBomb(long unpacked, long packed, ZipLimits limits) =>
        unpacked > limits.RatioFromBytes && unpacked / limits.Ratio > Math.Max(packed, 1);

    /// <summary>People zip the folder rather than the files: one folder around all of them is passed over.</summary>
    static string CommonFolder(List<ZipArchiveEntry> entries)
    {
        var first = entries.Count == 0 ? "" : entries[0].FullName;
        var folder = first[..(first.IndexOf('/') + 1)];
        return folder.Length > 1 && FolderName().IsMatch(folder) && entries.TrueForAll(e => e.FullName.StartsWith(folder, StringComparison.Ordinal)) ? folder : "";
    }

    static void JudgeName(ZipArchiveEntry entry, string name)
    {
        if (name.Contains("..", StringComparison.Ordinal) || name.StartsWith('/') || name.Contains('\\') || name.Contains(':'))
        {
            throw new PackageException($"The zip has an entry named '{Shown(entry.FullName)}', which points out of its folder: nothing of the zip is read. Zip the CSV files themselves.");
        }

        if (name.Contains('/'))
        {
            throw new PackageException($"The zip has '{Shown(entry.FullName)}' in a folder: zip the CSV files themselves, without folders.");
        }

        if (name.Length > 100 || name.Any(char.IsControl))
        {
            throw new PackageException($"The zip has an entry named '{Shown(name)}': a file's name is at most 100 characters, none of them a control character.");
        }
    }

    static bool IsFolder(ZipArchiveEntry entry) => entry.FullName.EndsWith('/') && entry.Length == 0 && !entry.FullName.Contains("..", StringComparison.Ordinal);

    /// <summary>What systems add by themselves.</summary>
    static bool IsSystemFile(string name) =>
        name.StartsWith("__MACOSX/", StringComparison.Ordinal) || SystemFile().IsMatch(name);

    /// <summary>A file's name may be a person's number.</summary>
    internal static string Shown(string name) => Shape.MaskedDateless(name);

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9 _.-]*/\z", RegexOptions.CultureInvariant)]
    private static partial Regex FolderName();

    [GeneratedRegex(@"(?:\A|/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SystemFile();
}
