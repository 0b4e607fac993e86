namespace Homeward.Columns.Csv;

/// <summary>Reads a CSV file in the dialect of submission.md §2 into typed columns, in one pass over its bytes.</summary>
public static class CsvReader
{
    /// <summary>Reads all of <paramref name="file"/>. Never throws for what the file holds: see <see cref="CsvTable.Fault"/>.</summary>
    public static CsvTable Read(Stream file, IReadOnlyList<CsvColumnSpec> specs, CsvLimits? limits = null, CancellationToken cancel = default) =>
        throw new NotImplementedException();
}
