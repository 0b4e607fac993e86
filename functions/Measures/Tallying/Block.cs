namespace Homeward.Measures.Tallying;

/// <summary>The cells of one series, window, lens and collaborative.</summary>
/// <remarks>
/// The first cells are laid out; those of pairs and routes, of which there are very many and few are used, get a place when they are
/// first added to.
/// </remarks>
sealed class Block
{
    readonly int laidOut;
    readonly bool ratio;
    Dictionary<int, int>? places;
    long[] numerators;
    long[] denominators;
    int[] people;
    int[] last;

    /// <param name="cells">How many cells are laid out.</param>
    public Block(int cells, bool ratio)
    {
        (laidOut, this.ratio, Count) = (cells, ratio, cells);
        numerators = new long[cells];
        denominators = ratio ? new long[cells] : [];
        people = new int[cells];
        last = NewLast(cells);
    }

    int Count { get; set; }

    /// <summary>Every cell that may have been added to.</summary>
    public IEnumerable<int> Cells => Enumerable.Range(0, laidOut).Concat(places?.Keys ?? Enumerable.Empty<int>());

    public long Numerator(int cell) => Place(cell) is >= 0 and var place ? numerators[place] : 0;

    public long Denominator(int cell) => ratio && Place(cell) is >= 0 and var place ? denominators[place] : 0;

    /// <summary>Distinct people who contributed; exact while contributions come person by person.</summary>
    public int People(int cell) => Place(cell) is >= 0 and var place ? people[place] : 0;

    public void Add(int cell, int person, long numerator, long denominator)
    {
        var place = Open(cell);
        numerators[place] += numerator;
        if (ratio)
        {
            denominators[place] += denominator;
        }

        if (person >= 0 && Meet(place, person))
        {
            people[place]++;
        }
    }

    /// <summary>Counts a person, once per cell among all splits that <paramref name="together"/> decides for.</summary>
    public void AddPerson(int cell, int person, Block together)
    {
        if (together.Meet(together.Open(cell), person))
        {
            var place = Open(cell);
            numerators[place]++;
            people[place]++;
        }
    }

    /// <summary>Adds what another thread counted, of other people.</summary>
    public void Merge(Block other)
    {
        foreach (var cell in other.Cells)
        {
            var from = other.Place(cell);
            var to = Open(cell);
            numerators[to] += other.numerators[from];
            people[to] += other.people[from];
            if (ratio)
            {
                denominators[to] += other.denominators[from];
            }
        }
    }

    /// <returns>True where the person was not the last to contribute to the place.</returns>
    bool Meet(int place, int person)
    {
        if (last[place] == person)
        {
            return false;
        }

        last[place] = person;
        return true;
    }

    int Place(int cell) => cell < laidOut ? cell : places is not null && places.TryGetValue(cell, out var place) ? place : -1;

    int Open(int cell)
    {
        var place = Place(cell);
        if (place >= 0)
        {
            return place;
        }

        places ??= [];
        places[cell] = Count;
        if (Count == people.Length)
        {
            Grow(Math.Max(64, Count * 2));
        }

        return Count++;
    }

    void Grow(int size)
    {
        var known = last.Length;
        Array.Resize(ref numerators, size);
        Array.Resize(ref people, size);
        Array.Resize(ref last, size);
        last.AsSpan(known).Fill(-1);
        if (ratio)
        {
            Array.Resize(ref denominators, size);
        }
    }

    static int[] NewLast(int cells)
    {
        var last = new int[cells];
        Array.Fill(last, -1);
        return last;
    }
}
