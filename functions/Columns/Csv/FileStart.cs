namespace Homeward.Columns.Csv;

/// <summary>What the first bytes of a file say about it.</summary>
static class FileStart
{
    static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>How long the byte-order mark is.</summary>
    public static int MarkLength(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Utf8Mark) ? Utf8Mark.Length : 0;

    /// <summary>Recognises what people send in place of UTF-8 text.</summary>
    public static CsvFault? Recognise(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, not 0, ..] or [not 0, 0, not 0, 0, ..] => Faults.Utf16(),
        [(byte)'P', (byte)'K', 3, 4, ..] => Faults.NotText("a zip file or an Excel workbook"),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Faults.NotText("an old Excel workbook"),
        [0x1F, 0x8B, ..] => Faults.NotText("compressed with gzip"),
        [(byte)'P', (byte)'A', (byte)'R', (byte)'1', ..] => Faults.NotText("Parquet"),
        _ => null,
    };
}
