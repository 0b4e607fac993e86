namespace Homeward.Columns.Csv;

/// <summary>Reads a CSV file in the dialect of submission.md §2 into typed columns, in one pass over its bytes.</summary>
/// <remarks>
/// A quote opens a quoted value only as a field's first byte. Only spaces are trimmed, not tabs, and only outside quotes; a line of
/// nothing but spaces is blank. A value of no bytes is null, quoted or not.
/// </remarks>
public static class CsvReader
{
    /// <summary>Reads all of <paramref name="file"/>. Never throws for what the file holds: see <see cref="CsvTable.Fault"/>.</summary>
    /// <param name="file">Read once, from where it stands to its end; it need not seek. Not closed.</param>
    /// <exception cref="IOException">The stream itself failed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was set.</exception>
    public static CsvTable Read(Stream file, IReadOnlyList<CsvColumnSpec> specs, CsvLimits? limits = null, CancellationToken cancel = default) =>
        Read(file, specs, limits ?? new CsvLimits(), new CsvTuning(), cancel);

    internal static CsvTable Read(
        Stream file, IReadOnlyList<CsvColumnSpec> specs, CsvLimits limits, CsvTuning tuning, CancellationToken cancel = default)
    {
        using var run = new CsvRun(file, specs, limits, tuning);
        return run.Read(cancel);
    }
}
