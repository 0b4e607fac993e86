namespace Homeward.Pipeline.Tests.Uploads;

/// <summary>Two trusts, one ICB, one collaborative; a folder of its own, gone at the end of the test.</summary>
sealed class SmallWorld : IDisposable
{
    static readonly Dictionary<string, string> Files = new(StringComparer.Ordinal)
    {
        ["organisations.csv"] = """
            org_code,name,kind,icb_code,region_code,from,to
            RWR,Our Trust,NHS,QM7,Y61,,
            RYK,Other Trust,NHS,QM7,Y61,,
            QM7,Our ICB,ICB,,Y61,,
            """,
        ["sites.csv"] = """
            site_code,org_code,name,easting,northing,postcode,from,to
            RWR01,RWR,Oak House,520000,210000,AL3 5TL,,
            RYK01,RYK,Ash House,390000,290000,DY1 2AA,,
            """,
        ["postcodes.csv"] = """
            postcode,easting,northing,lsoa,icb_code,imd_decile
            SG1 1AA,523000,224000,E01000001,QM7,4
            """,
        ["practices.csv"] = """
            practice_code,icb_code,from,to
            D82001,QM7,,
            """,
        ["collaboratives.csv"] = """
            collaborative,name,baseline_from,baseline_to
            OUR,Our Collaborative,,
            """,
        ["members.csv"] = """
            collaborative,org_code,role,expected,from,to
            OUR,RWR,LEAD,Y,,
            OUR,RYK,MEMBER,Y,,
            """,
        ["collaborative_service_lines.csv"] = """
            collaborative,service_line,from,to
            OUR,AAC,,
            """,
        ["natural_flow.csv"] = """
            collaborative,service_line,home_icb,site_code,from,to
            OUR,AAC,QM7,RWR01,,
            """,
        ["settings.json"] = "{}",
    };

    const string MemoryDisk = "/dev/shm";

    readonly string root;

    /// <param name="manySmallFiles">On a disk in memory where the system has one: for tests that make thousands of small files.</param>
    public SmallWorld(bool manySmallFiles = false)
    {
        root = Directory.CreateTempSubdirectory("homeward-").FullName;
        if (manySmallFiles && Directory.Exists(MemoryDisk))
        {
            Directory.Delete(root);
            root = Directory.CreateDirectory(Path.Combine(MemoryDisk, Path.GetFileName(root))).FullName;
        }

        Reference();
    }

    public string Landing => Made("landing");

    public string ReferenceFolder => Made("reference");

    /// <summary>A path in the world's folder; nothing is made.</summary>
    public string At(params string[] parts) => Path.Combine([root, .. parts]);

    /// <summary>Writes the reference data, with other text for some of its files.</summary>
    public SmallWorld Reference(params (string Name, string Text)[] changed)
    {
        foreach (var (name, text) in Files.Select(file => (file.Key, file.Value)).Concat(changed))
        {
            File.WriteAllText(Path.Combine(ReferenceFolder, name), text);
        }

        return this;
    }

    /// <summary>Copies one of its folders.</summary>
    public void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(At(from), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(At(to), Path.GetRelativePath(At(from), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>Every file below a folder: relative name → hash of its bytes.</summary>
    public static SortedDictionary<string, string> Snapshot(string folder)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
            if (!name.StartsWith(".work/", StringComparison.Ordinal))
            {
                found[name] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)));
            }
        }

        return found;
    }

    /// <summary>Names what differs, rather than all there is.</summary>
    public static void AssertSame(IReadOnlyDictionary<string, string> expected, IReadOnlyDictionary<string, string> found)
    {
        Assert.Equal([], expected.Keys.Except(found.Keys).Select(name => $"missing {name}"));
        Assert.Equal([], found.Keys.Except(expected.Keys).Select(name => $"too much: {name}"));
        Assert.Equal([], expected.Where(file => found[file.Key] != file.Value).Select(file => $"other bytes: {file.Key}"));
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    string Made(string name) => Directory.CreateDirectory(Path.Combine(root, name)).FullName;
}
