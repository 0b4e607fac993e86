using Homeward.Columns.Parquet;
using Homeward.Columns.Tests.Parquet;

namespace Homeward.Interop.Tests.Parquet;

/// <summary>Files that the Rust implementation writes, read by us.</summary>
[Collection(nameof(Engines))]
public sealed class ParquetWasmFilesTests(Engines engines) : IDisposable
{
    readonly TempFolder folder = new();

    [Theory]
    [InlineData("V1", null, true, "SNAPPY", false)]
    [InlineData("V2", null, true, "SNAPPY", false)]
    [InlineData("V1", null, false, "UNCOMPRESSED", false)]
    [InlineData("V2", null, false, "UNCOMPRESSED", false)]
    [InlineData("V1", "PLAIN", false, "GZIP", false)]
    [InlineData("V2", null, false, "GZIP", false)]
    [InlineData("V1", null, true, "SNAPPY", true)]
    [InlineData("V2", null, false, "SNAPPY", true)]
    public void Read_EveryWayItWrites_GivesTheRowsItWrote(string version, string? encoding, bool dictionary, string compression, bool required)
    {
        foreach (var (rows, nulls, distinct) in new[] { (1, 0.0, 1), (8_000, 0.1, 500), (8_000, 0.0, int.MaxValue), (2_000, 1.0, 1) })
        {
            if (required && nulls > 0)
            {
                continue;
            }

            var table = ParquetTables.Random(rows, seed: rows + 1, nulls, distinct);
            var file = folder.Put("ours.parquet", ParquetWriter.Write(table));
            var theirs = folder["theirs.parquet"];
            engines.ParquetWasm.Ask(new { file, @out = theirs, version, encoding, dictionary, compression, required, rowGroup = 3_000, page = 10_000 });
            var reader = ParquetReader.Open(File.ReadAllBytes(theirs));
            Assert.All(reader.Schema, field => Assert.Equal(!required, field.Nullable));
            ParquetTables.AssertEqual(table, reader.Read());
        }
    }

    [Theory]
    [InlineData("DELTA_BINARY_PACKED", "int32", "int64", "date", "timestamp")]
    [InlineData("DELTA_LENGTH_BYTE_ARRAY", "text")]
    [InlineData("DELTA_BYTE_ARRAY", "text")]
    [InlineData("BYTE_STREAM_SPLIT", "double", "int32", "int64")]
    [InlineData("RLE", "boolean")]
    public void Read_EachEncoding_GivesTheRowsItWrote(string encoding, params string[] columns)
    {
        foreach (var nulls in new[] { 0, 0.3 })
        {
            var all = ParquetTables.Random(3_000, seed: 17, nulls);
            var table = new Columns.Table("some", [.. columns.Select(name => all[name])]);
            var file = folder.Put("ours.parquet", ParquetWriter.Write(table));
            var theirs = folder["theirs.parquet"];
            engines.ParquetWasm.Ask(new { file, @out = theirs, version = "V1", encoding, dictionary = false, compression = "SNAPPY" });
            ParquetTables.AssertEqual(table, ParquetReader.Open(File.ReadAllBytes(theirs)).Read());
        }
    }

    [Theory]
    [InlineData("ZSTD")]
    [InlineData("BROTLI")]
    [InlineData("LZ4_RAW")]
    public void Read_CodecNotSupported_NamesItAndTheColumn(string compression)
    {
        var file = folder.Put("ours.parquet", ParquetWriter.Write(ParquetTables.Random(10, seed: 1, nulls: 0)));
        engines.ParquetWasm.Ask(new { file, @out = folder["theirs.parquet"], compression });
        var error = Assert.Throws<ParquetException>(() => ParquetReader.Open(File.ReadAllBytes(folder["theirs.parquet"])).Read());
        Assert.Contains(compression.Replace("_", "", StringComparison.Ordinal), error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("column text", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
