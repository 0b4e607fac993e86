using System.Text.Json;
using Homeward.Columns.Parquet;
using Homeward.Lake;

namespace Homeward.Pipeline.Tests.Faults;

/// <summary>What somebody sees who reads now: every file that is there opens, and is whole.</summary>
static class WholeFiles
{
    static readonly Zone[] Read = [Zone.Curated, Zone.Marts, Zone.Restricted, Zone.Feedback, Zone.Published, Zone.Casework];

    /// <returns>How many files were read.</returns>
    public static async Task<int> Check(ILakeStore store)
    {
        var files = 0;
        foreach (var zone in Read)
        {
            await foreach (var entry in store.List(LakeFolder.Of(zone)))
            {
                if (await store.Get(entry.Path!.Value) is { } file)
                {
                    Check(entry.Path.Value.ToString(), file.Bytes);
                    files++;
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
