namespace Homeward.Columns.Csv;

/// <summary>A set of rows that grows with the file; it costs nothing until the first row is marked.</summary>
sealed class RowMarks
{
    ulong[] words = [];

    public void Mark(int row) => Mark(1, row);

    /// <summary>Marks up to 64 rows: bit i speaks of row <paramref name="row"/> + i.</summary>
    public void Mark(ulong rows, int row)
    {
        if (rows == 0)
        {
            return;
        }

        var word = row >> 6;
        var bit = row & 63;
        if (word + 2 > words.Length)
        {
            Array.Resize(ref words, Math.Max(word + 2, words.Length * 2));
        }

        words[word] |= rows << bit;
        words[word + 1] |= bit == 0 ? 0 : rows >> (64 - bit);
    }

    /// <summary>The marked rows of a file of <paramref name="rows"/> rows; null when there is none.</summary>
    public Bits? Build(int rows)
    {
        if (words.Length == 0)
        {
            return null;
        }

        Array.Resize(ref words, (rows + 63) / 64);
        return new Bits(rows, words);
    }
}
