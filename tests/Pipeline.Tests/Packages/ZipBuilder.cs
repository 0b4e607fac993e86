using System.IO.Compression;
using System.Text;

namespace Homeward.Pipeline.Tests.Packages;

/// <summary>Makes zips in memory, hostile ones too.</summary>
sealed class ZipBuilder
{
    readonly List<(string Name, byte[] Bytes)> entries = [];

    public ZipBuilder With(string name, string text = "a,b\n1,2\n") => With(name, Encoding.UTF8.GetBytes(text));

    public ZipBuilder With(string name, byte[] bytes)
    {
        entries.Add((name, bytes));
        return this;
    }

    public byte[] Build()
    {
        using var made = new MemoryStream();
        using (var zip = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return made.ToArray();
    }
}
