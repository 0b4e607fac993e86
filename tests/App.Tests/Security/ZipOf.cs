using System.IO.Compression;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.App.Tests.Security;

static class ZipOf
{
    public static byte[] Upload(SmallUpload upload) => Files(upload.Files.Select(file => (file.Key, file.Value)));

    public static byte[] Files(IEnumerable<(string Name, byte[] Bytes)> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
