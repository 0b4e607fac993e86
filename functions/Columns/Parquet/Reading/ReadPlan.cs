using Homeward.Columns.Parquet.Format;

namespace Homeward.Columns.Parquet.Reading;

/// <summary>A file in memory and what its footer says.</summary>
/// <param name="Places">Of each field by its name.</param>
sealed record ParquetFile(ReadOnlyMemory<byte> Bytes, Footer Footer, ParquetField[] Fields, IReadOnlyDictionary<string, int> Places)
{
    /// <summary>The field's place, or -1.</summary>
    public int Find(string column) => Places.GetValueOrDefault(column, -1);
}

/// <summary>The rows of a row group to be read.</summary>
/// <param name="Ranges">Ascending, apart from each other, none empty.</param>
sealed record GroupPlan(int Group, IReadOnlyList<RowRange> Ranges);

/// <summary>The rows of a file to be read.</summary>
/// <param name="Place">Says which of several files it is, for messages; empty for a single one.</param>
sealed record FilePlan(ParquetFile File, IReadOnlyList<GroupPlan> Groups, string Place)
{
    public long Rows => Groups.Sum(group => group.Ranges.Sum(range => (long)range.Count));

    public static FilePlan Everything(ParquetFile file, string place) => new(
        file,
        [.. file.Footer.RowGroups.Select((group, i) => new GroupPlan(i, group.Rows == 0 ? [] : [new(0, (int)group.Rows)])).Where(plan => plan.Ranges.Count > 0)],
        place);
}
