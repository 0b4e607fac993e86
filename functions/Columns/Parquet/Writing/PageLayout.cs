namespace Homeward.Columns.Parquet.Writing;

/// <summary>Where a data page starts and ends, by rows and by values, and the bounds of its values.</summary>
readonly record struct PageCut(int Row, int RowEnd, int Value, int ValueEnd, Bounds Bounds)
{
    public int Rows => RowEnd - Row;

    public int Values => ValueEnd - Value;

    public int Nulls => Rows - Values;
}

/// <summary>Cuts a column chunk into data pages.</summary>
/// <remarks>
/// Small pages are for skipping, large ones compress better. So pages are small, and neighbours with the same bounds become one:
/// a reader would skip both or neither. Codes in no order thus lie in one page, sorted dates in several.
/// </remarks>
static class PageLayout
{
    /// <summary>A multiple of 64, so that a page starts at a whole word of the level bits.</summary>
    const int SmallRows = 20_480;

    const int LargeRows = 6 * SmallRows;

    public static List<PageCut> Cut(ChunkRows levels, ChunkValues values, ChunkBounds bounds)
    {
        var pages = new List<PageCut>();
        for (var (row, value) = (0, 0); row < levels.Count; (row, value) = (pages[^1].RowEnd, pages[^1].ValueEnd))
        {
            var page = Small(levels, values, row, value);
            page = page with { Bounds = bounds.Page(page.Value, page.ValueEnd) };
            if (pages.Count > 0 && Joined(pages[^1], page, values) is { } joined)
            {
                pages[^1] = joined;
            }
            else
            {
                pages.Add(page);
            }
        }

        return pages;
    }

    static PageCut Small(ChunkRows levels, ChunkValues values, int row, int value)
    {
        var rowEnd = Math.Min(levels.Count, row + SmallRows);
        var valueEnd = value + levels.CountValues(row, rowEnd);
        var fits = values.PageEnd(value, valueEnd);
        while (fits < valueEnd && rowEnd - row > 64)
        {
            rowEnd = row + Math.Max(64, (rowEnd - row) / 2 & ~63);
            valueEnd = value + levels.CountValues(row, rowEnd);
        }

        return new(row, rowEnd, value, valueEnd, default);
    }

    static PageCut? Joined(in PageCut page, in PageCut next, ChunkValues values) =>
        next.RowEnd - page.Row <= LargeRows
        && next.Bounds.Min.AsSpan().SequenceEqual(page.Bounds.Min)
        && next.Bounds.Max.AsSpan().SequenceEqual(page.Bounds.Max)
        && (page.Values == 0) == (next.Values == 0)
        && values.PageEnd(page.Value, next.ValueEnd) == next.ValueEnd
            ? page with { RowEnd = next.RowEnd, ValueEnd = next.ValueEnd }
            : null;
}
