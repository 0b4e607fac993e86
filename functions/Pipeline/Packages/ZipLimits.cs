using Homeward.Columns.Csv;

namespace Homeward.Pipeline.Packages;

/// <summary>What a zip may unpack to. Passing one is an error before anything of it is judged.</summary>
public sealed record ZipLimits
{
    /// <summary>Entries, folders included.</summary>
    public int Entries { get; init; } = 200;

    /// <summary>Bytes of one file, unpacked; also of the zip itself.</summary>
    public long FileBytes { get; init; } = new CsvLimits().FileBytes;

    /// <summary>Bytes of all files, unpacked.</summary>
    public long TotalBytes { get; init; } = 4 * new CsvLimits().FileBytes;

    /// <summary>Unpacked bytes per packed byte: real CSV packs 5 to 50 to one, a bomb 1,000 to one.</summary>
    public int Ratio { get; init; } = 250;

    /// <summary>The ratio is judged from this many unpacked bytes on.</summary>
    public long RatioFromBytes { get; init; } = 16 * 1024 * 1024;
}
