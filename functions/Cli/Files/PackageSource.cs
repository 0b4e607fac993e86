using Homeward.Pipeline.Packages;
using Homeward.Submissions;
using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Specification;

namespace Homeward.Cli.Files;

/// <summary>A folder or zip of a submission's files on this machine.</summary>
static class PackageSource
{
    /// <exception cref="InputException">There is nothing at the path, nothing in it, or a table deeper in it.</exception>
    /// <exception cref="PackageException">A zip that cannot be taken in.</exception>
    public static IReadOnlyList<SubmissionFile> Files(string path)
    {
        path = Full(path);
        if (File.Exists(path))
        {
            return ZipPackage.Files(() => File.OpenRead(path));
        }

        if (!Directory.Exists(path))
        {
            throw new InputException($"{path} does not exist: give the folder with the CSV files, or a zip of them.");
        }

        var folder = new DirectoryInfo(path);
        var files = folder.EnumerateFiles().Where(file => !file.Name.StartsWith('.')).OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        foreach (var table in SpecificationTables.All.Select(table => table.Name + ".csv").Except(files.Select(file => file.Name)))
        {
            if (Deeper(folder, table) is { } where)
            {
                throw new InputException($"{path} has {table} {where}, where it would not be read: put all CSV files side by side in one folder.");
            }
        }

        return files.Count == 0
            ? throw new InputException($"{path} has no files: give the folder in which submission.csv and the tables lie.")
            : [.. files.Select(file => new SubmissionFile(file.Name, file.Length, file.OpenRead))];
    }

    /// <summary>The upload's name: that of the folder or zip where it may be one, and tells of no person.</summary>
    /// <exception cref="InputException">The path is empty.</exception>
    public static string UploadName(string path)
    {
        var name = Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(Full(path)));
        var usable = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' ? c : '-')).TrimStart('.', '_', '-');
        return usable.Length is 0 or > 64 || Shape.HasIdentifier(name) ? "check" : usable;
    }

    /// <summary>Where a table lies that is not among the files; null where it is nowhere.</summary>
    static string? Deeper(DirectoryInfo folder, string table)
    {
        var inner = folder.EnumerateDirectories("*", new EnumerationOptions()).ToList();
        return inner.Exists(one => one.Name == table) ? "as a folder"
            : inner.Find(one => File.Exists(Path.Combine(one.FullName, table))) is { } holder ? $"in the folder {Shape.MaskedDateless(holder.Name)}"
            : null;
    }

    static string Full(string path) =>
        path.Length == 0 ? throw new InputException("PATH is empty: give the folder with the CSV files, or a zip of them.") : Path.GetFullPath(path);
}
