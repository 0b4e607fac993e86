namespace Homeward.Synthetic;

/// <summary>Writes a region as folders: <c>landing/{provider}/{period}/{upload}/{table}.csv</c> and <c>reference/</c>.</summary>
public static class SyntheticWriter
{
    public static void Write(SyntheticRegion region, string directory)
    {
        WriteReference(region.Reference, directory);
        foreach (var upload in region.Uploads)
        {
            var folder = UploadFolder(directory, upload.Identity.Provider, $"{upload.Identity.Period}", upload.Identity.Upload);
            foreach (var (name, bytes) in upload.Files)
                File.WriteAllBytes(Path.Combine(folder, name), bytes);
        }
    }

    internal static void WriteReference(IReadOnlyDictionary<string, byte[]> files, string directory)
    {
        var folder = Directory.CreateDirectory(Path.Combine(directory, "reference")).FullName;
        foreach (var (name, bytes) in files)
            File.WriteAllBytes(Path.Combine(folder, name), bytes);
    }

    internal static string UploadFolder(string directory, string provider, string period, string upload) =>
        Directory.CreateDirectory(Path.Combine(directory, "landing", provider, period, upload)).FullName;
}
