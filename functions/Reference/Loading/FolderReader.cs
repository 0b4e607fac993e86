using System.Security.Cryptography;

namespace Homeward.Reference.Loading;

/// <summary>The files of a reference folder, by name, with the shipped code lists behind them.</summary>
sealed class FolderReader
{
    public const string SettingsFile = "settings.json";

    /// <summary>Without these a region cannot be computed; a single submission can still be checked.</summary>
    static readonly string[] Expected =
    [
        OrganisationFiles.OrganisationsFile, OrganisationFiles.SitesFile, PlaceFile.Name, OrganisationFiles.PracticesFile,
        CollaborativeFiles.CollaborativesFile, CollaborativeFiles.MembersFile, CollaborativeFiles.LinesFile, CollaborativeFiles.FlowFile,
    ];

    static readonly string[] Optional =
    [
        CollaborativeFiles.BudgetsFile, CollaborativeFiles.BaselinesFile, AccessFiles.SourcesFile, AccessFiles.CallersFile, SettingsFile,
    ];

    readonly Dictionary<string, byte[]> files = new(StringComparer.Ordinal);

    public FolderReader(IReadOnlyDictionary<string, byte[]> given, LoadLog log)
    {
        Log = log;
        var known = Expected.Concat(Optional).Concat(CodeListFiles.All).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, bytes) in given.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            if (known.Contains(name))
            {
                files[name] = bytes;
            }
            else
            {
                log.Note($"{name}: ignored, it is no file of the reference data.");
            }
        }

        foreach (var name in Expected.Where(name => !files.ContainsKey(name)))
        {
            log.Note($"{name} is not there: taken as empty.");
        }

        foreach (var name in CodeListFiles.All.Where(name => !files.ContainsKey(name)))
        {
            files[name] = CodeListFiles.Shipped(name);
        }
    }

    public LoadLog Log { get; }

    public IReadOnlyDictionary<string, byte[]> Files => files;

    public SortedDictionary<string, string> Hashes()
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, bytes) in files)
        {
            hashes[name] = Convert.ToHexStringLower(SHA256.HashData(bytes));
        }

        return hashes;
    }

    /// <summary>A file's rows; none where it is absent or unreadable. A reader that returns null has said why.</summary>
    public List<Located<T>> Rows<T>(string name, FileColumn[] columns, Func<ReferenceFile, int, T?> read)
        where T : class
    {
        var rows = new List<Located<T>>();
        var file = files.TryGetValue(name, out var bytes) ? ReferenceFile.Read(name, bytes, Log, columns) : null;
        for (var i = 0; i < (file?.Rows ?? 0); i++)
        {
            if (read(file!, i) is { } row)
            {
                rows.Add(new(row, name, file!.Where(i)));
            }
        }

        return rows;
    }
}
