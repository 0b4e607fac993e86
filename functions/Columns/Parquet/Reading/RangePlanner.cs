using Homeward.Columns.Parquet.Format;

namespace Homeward.Columns.Parquet.Reading;

/// <summary>Leaves out what statistics prove to lie outside a range: first row groups, then pages.</summary>
static class RangePlanner
{
    public static FilePlan Plan(ParquetFile file, ParquetRange range, string place)
    {
        var column = file.Find(range.Column);
        var groups = new List<GroupPlan>();
        for (var i = 0; i < file.Footer.RowGroups.Count; i++)
        {
            var (rows, chunk) = (file.Footer.RowGroups[i].Rows, file.Footer.RowGroups[i].Columns[column]);
            var ranges = Ranges(file, column, chunk, (int)rows, range, $"{place}row group {i}, column {range.Column}");
            if (ranges.Count > 0)
            {
                groups.Add(new(i, ranges));
            }
        }

        return new(file, groups, place);
    }

    static IReadOnlyList<RowRange> Ranges(ParquetFile file, int column, ColumnChunk chunk, int rows, ParquetRange range, string where)
    {
        RowRange[] all = rows == 0 ? [] : [new(0, rows)];
        if (!file.Footer.HasColumnOrders || !Comparable(file.Footer.Schema[column + 1]))
        {
            return all;
        }

        if (chunk.Statistics is { } statistics
            && (statistics.NullCount == rows
                || (statistics is { Min: { } min, Max: { } max } && range.Excludes(chunk.Type, min, max, where))))
        {
            return [];
        }

        return chunk is { ColumnIndexLength: > 0, OffsetIndexLength: > 0 } ? Pages(file.Bytes.Span, chunk, rows, range, where) : all;
    }

    static List<RowRange> Pages(ReadOnlySpan<byte> file, ColumnChunk chunk, int rows, ParquetRange range, string where)
    {
        var pages = PageIndex.Read(file, chunk, rows, where);
        var ranges = new List<RowRange>();
        for (var i = 0; i < pages.Length; i++)
        {
            if (pages[i].AllNull || range.Excludes(chunk.Type, pages[i].Min, pages[i].Max, where))
            {
                continue;
            }

            var (from, to) = ((int)pages[i].FirstRow, i + 1 < pages.Length ? (int)pages[i + 1].FirstRow : rows);
            if (ranges.Count > 0 && ranges[^1].To == from)
            {
                ranges[^1] = new(ranges[^1].From, to);
            }
            else
            {
                ranges.Add(new(from, to));
            }
        }

        return ranges;
    }

    /// <summary>True where stored numbers are those of the column, so that bounds can be compared as they are.</summary>
    static bool Comparable(SchemaElement element)
    {
        var meaning = FieldReader.Meaning(element);
        return element.Type is PhysicalType.Int32 or PhysicalType.Int64 or PhysicalType.Double or PhysicalType.ByteArray
            && meaning.Unit is TimeUnit.None or TimeUnit.Millis
            && !(meaning.Kind == LogicalKind.Integer && !meaning.Signed);
    }
}
