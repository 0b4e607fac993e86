using Homeward.Columns.Parquet;
using Homeward.Columns.Tests.Parquet;

namespace Homeward.Interop.Tests.Parquet;

/// <summary>Other writers' encodings, damaged: a ParquetException or a table, nothing else.</summary>
[Collection(nameof(Engines))]
public sealed class DamagedForeignFilesTests(Engines engines) : IDisposable
{
    readonly TempFolder folder = new();

    [Fact]
    public void Read_MutatedFile_FailsAsParquetOrReads()
    {
        var ours = folder.Put("ours.parquet", ParquetWriter.Write(ParquetTables.Random(150, seed: 4, nulls: 0.2)));
        var files = new List<byte[]>();
        foreach (var options in new[] { "COMPRESSION uncompressed, PARQUET_VERSION V2, DICTIONARY_SIZE_LIMIT 1", "COMPRESSION gzip", "COMPRESSION snappy" })
        {
            engines.DuckDb.Query($"COPY (SELECT * FROM read_parquet({DuckDb.Quote(ours)})) TO {DuckDb.Quote(folder["duck.parquet"])} (FORMAT parquet, {options})");
            files.Add(File.ReadAllBytes(folder["duck.parquet"]));
        }

        foreach (var (version, dictionary, compression) in new[] { ("V2", false, "UNCOMPRESSED"), ("V2", true, "SNAPPY"), ("V1", false, "GZIP") })
        {
            engines.ParquetWasm.Ask(new { file = ours, @out = folder["rust.parquet"], version, dictionary, compression });
            files.Add(File.ReadAllBytes(folder["rust.parquet"]));
        }

        // More by hand: HOMEWARD_FUZZ_SEEDS=500 dotnet test …
        var seeds = int.Parse(Environment.GetEnvironmentVariable("HOMEWARD_FUZZ_SEEDS") ?? "6", null);
        var random = new Random(8);
        var (read, refused) = (0, 0);
        for (var i = 0; i < 1_000 * seeds; i++)
        {
            try
            {
                ParquetReader.Open(Mutations.Mutate(files[i % files.Count], random)).Read();
                read++;
            }
            catch (ParquetException)
            {
                refused++;
            }
        }

        Assert.True(read > 100 && refused > 1_000, $"{read} read, {refused} refused");
    }

    public void Dispose() => folder.Dispose();
}
