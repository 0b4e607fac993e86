using System.Security.Cryptography;
using System.Text.Json;
using Homeward.Columns.Parquet;
using Homeward.Lake;

namespace Homeward.Pipeline.Tests.Faults;

/// <summary>What somebody sees who reads now: every file that is there opens, and is whole. The same bytes are opened once.</summary>
sealed class WholeFiles
{
    static readonly Zone[] Read = [Zone.Curated, Zone.Marts, Zone.Restricted, Zone.Feedback, Zone.Published, Zone.Casework];

    readonly HashSet<string> opened = new(StringComparer.Ordinal);

    /// <param name="isNew">Leaves out versions that were read before.</param>
    /// <returns>How many files were read.</returns>
    public async Task<int> Check(ILakeStore store, Func<LakeEntry, bool>? isNew = null)
    {
        var files = 0;
        foreach (var zone in Read)
        {
            await foreach (var entry in store.List(LakeFolder.Of(zone)))
            {
                if (isNew?.Invoke(entry) != false && await store.Get(entry.Path!.Value) is { } file)
                {
                    files++;
                    if (opened.Add($"{entry.Path.Value.FileName} {Convert.ToHexString(SHA256.HashData(file.Bytes))}"))
                    {
                        Check(entry.Path.Value.ToString(), file.Bytes);
                    }
                }
            }
        }

        return files;
    }

    static void Check(string name, byte[] bytes)
    {
        if (name.EndsWith(".parquet", StringComparison.Ordinal))
        {
            Assert.True(ParquetReader.Open(bytes).Read().RowCount >= 0, name);
        }
        else if (name.EndsWith(".json", StringComparison.Ordinal))
        {
            using var json = JsonDocument.Parse(bytes);
        }
        else
        {
            Assert.True(bytes is [.., (byte)'\n'] or [.., (byte)'>'], name);
        }
    }
}
