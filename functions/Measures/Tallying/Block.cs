namespace Homeward.Measures.Tallying;

/// <summary>The cells of one series, window, lens and collaborative.</summary>
sealed class Block(int cells, bool ratio)
{
    readonly int[] last = NewLast(cells);

    public long[] Numerators { get; } = new long[cells];

    public long[] Denominators { get; } = ratio ? new long[cells] : [];

    /// <summary>Distinct people who contributed; exact while contributions come person by person.</summary>
    public int[] People { get; } = new int[cells];

    public void Add(int cell, int person, long numerator, long denominator)
    {
        Numerators[cell] += numerator;
        if (Denominators.Length > 0)
        {
            Denominators[cell] += denominator;
        }

        if (person >= 0 && Meet(cell, person))
        {
            People[cell]++;
        }
    }

    /// <summary>Counts a person, once per cell among all splits that <paramref name="together"/> decides for.</summary>
    public void AddPerson(int cell, int person, Block together)
    {
        if (together.Meet(cell, person))
        {
            Numerators[cell]++;
            People[cell]++;
        }
    }

    /// <summary>Adds what another thread counted, of other people.</summary>
    public void Merge(Block other)
    {
        for (var cell = 0; cell < People.Length; cell++)
        {
            Numerators[cell] += other.Numerators[cell];
            People[cell] += other.People[cell];
        }

        for (var cell = 0; cell < Denominators.Length; cell++)
        {
            Denominators[cell] += other.Denominators[cell];
        }
    }

    /// <returns>True where the person was not the last to contribute to the cell.</returns>
    bool Meet(int cell, int person)
    {
        if (last[cell] == person)
        {
            return false;
        }

        last[cell] = person;
        return true;
    }

    static int[] NewLast(int cells)
    {
        var last = new int[cells];
        Array.Fill(last, -1);
        return last;
    }
}
