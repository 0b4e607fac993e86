namespace Homeward.Columns.Parquet.Reading;

/// <summary>Reads columns of one file or of several that lie one under the other, all columns at the same time.</summary>
static class TableReader
{
    // Below this, handing columns to other threads costs more than it saves.
    const int ParallelCells = 200_000;

    public static Table Read(IReadOnlyList<ParquetFile> files, IReadOnlyList<string>? columns, ParquetRange? range, string name, ParquetReadOptions options)
    {
        var names = columns ?? [.. files.Count == 0 ? [] : files[0].Fields.Select(field => field.Name)];
        var fields = SharedSchema.Of(files, names);
        var plans = Plans(files, range);
        var rows = plans.Sum(plan => plan.Rows);
        var limits = new ReadLimits(files.Sum(file => (long)file.Bytes.Length));
        limits.CheckRows(rows, fields);
        int[]? chosen = null;
        Column? filtered = null;
        if (range is not null && files.Count > 0)
        {
            filtered = ColumnReader.Read(SharedSchema.Of(files, [range.Column])[0], plans, (int)rows, options.RepeatedTexts, limits);
            chosen = range.Rows(filtered);
            chosen = chosen.Length == rows ? null : chosen;
        }

        var read = new Column[fields.Length];
        var order = LargestFirst(files, fields);
        Workers.Run(read.Length, options.Alone || rows * read.Length < ParallelCells, () => plans, (shared, turn) =>
        {
            var i = order[turn];
            var column = fields[i].Name == filtered?.Name ? filtered : ColumnReader.Read(fields[i], shared, (int)rows, options.RepeatedTexts, limits);
            read[i] = chosen is null ? column : column.Take(chosen);
        });
        return new Table(name, read);
    }

    // The longest column last would leave the other cores idle.
    static int[] LargestFirst(IReadOnlyList<ParquetFile> files, ParquetField[] fields)
    {
        var sizes = fields.Select(field => -files.Sum(file =>
        {
            var column = file.Find(field.Name);
            return file.Footer.RowGroups.Sum(group => group.Columns[column].UncompressedSize);
        })).ToArray();
        var order = Enumerable.Range(0, fields.Length).ToArray();
        Array.Sort(sizes, order);
        return order;
    }

    static FilePlan[] Plans(IReadOnlyList<ParquetFile> files, ParquetRange? range)
    {
        if (range is not null && files.Count > 0)
        {
            var field = SharedSchema.Of(files, [range.Column])[0];
            if (!range.Fits(field.Type))
            {
                throw new ArgumentException($"Column {range.Column} is {field.Type}, which this range is not made for.", nameof(range));
            }
        }

        return [.. files.Select((file, i) =>
        {
            var place = files.Count > 1 ? $"file {i}, " : "";
            return range is null ? FilePlan.Everything(file, place) : RangePlanner.Plan(file, range, place);
        })];
    }
}
