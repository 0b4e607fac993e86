namespace Homeward.Columns.Csv;

/// <summary>A set of rows that grows with the file; it costs nothing until the first row is marked.</summary>
sealed class RowMarks
{
    ulong[] words = [];

    public void Mark(int row)
    {
        var word = row >> 6;
        if (word >= words.Length)
        {
            Array.Resize(ref words, Math.Max(word + 1, words.Length * 2));
        }

        words[word] |= 1UL << (row & 63);
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
