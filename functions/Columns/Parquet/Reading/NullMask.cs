namespace Homeward.Columns.Parquet.Reading;

/// <summary>Collects which rows of a column are null, from the level bits of its pages.</summary>
sealed class NullMask(int rows)
{
    ulong[]? words;

    /// <summary>Null where no row is null.</summary>
    public Bits? Build() => words is null ? null : new Bits(rows, words);

    /// <summary>Notes the rows of a page that have no value.</summary>
    /// <param name="valid">Level bits of the page.</param>
    /// <param name="from">First row of the page that counts.</param>
    /// <param name="at">Where that row stands in the column.</param>
    public void Add(ReadOnlySpan<ulong> valid, int from, int count, int at)
    {
        words ??= new ulong[(rows + 63) / 64];
        while (count > 0)
        {
            var here = Math.Min(64, count);
            var bits = valid[from >> 6] >> (from & 63);
            if ((from & 63) + here > 64)
            {
                bits |= valid[(from >> 6) + 1] << (64 - (from & 63));
            }

            var absent = ~bits & ulong.MaxValue >> (64 - here);
            words[at >> 6] |= absent << (at & 63);
            if ((at & 63) + here > 64)
            {
                words[(at >> 6) + 1] |= absent >> (64 - (at & 63));
            }

            from += here;
            at += here;
            count -= here;
        }
    }
}
