using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Homeward.Measures.Tallying;

/// <summary>The cells of one series, window, lens and collaborative.</summary>
/// <remarks>
/// The first cells are laid out; those of pairs and routes, of which there are very many and few are used, get a place when they are
/// first added to. What belongs to a cell lies together: a contribution touches a dozen cells, each somewhere else in memory.
/// </remarks>
sealed class Block
{
    readonly int laidOut;
    Dictionary<int, int>? places;
    Sum[] sums;
    int count;

    /// <param name="cells">How many cells are laid out.</param>
    public Block(int cells)
    {
        laidOut = count = cells;
        sums = new Sum[cells];
    }

    struct Sum
    {
        public long Numerator;
        public long Denominator;
        public int People;

        /// <summary>The person who contributed last, and one.</summary>
        public int Met;

        /// <returns>True where the person was not the last to contribute.</returns>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Meet(int person)
        {
            var met = Met == person + 1;
            Met = person + 1;
            return !met;
        }
    }

    /// <summary>Every cell that may have been added to.</summary>
    public IEnumerable<int> Cells => Enumerable.Range(0, laidOut).Concat(places?.Keys ?? Enumerable.Empty<int>());

    public long Numerator(int cell) => Place(cell) is >= 0 and var place ? sums[place].Numerator : 0;

    public long Denominator(int cell) => Place(cell) is >= 0 and var place ? sums[place].Denominator : 0;

    /// <summary>Distinct people who contributed; exact while contributions come person by person.</summary>
    public int People(int cell) => Place(cell) is >= 0 and var place ? sums[place].People : 0;

    /// <summary>A block with the same cells, and nothing in them.</summary>
    public Block Empty() => new(laidOut);

    /// <param name="person">-1 where no person stands behind it.</param>
    /// <returns>True where the person had not contributed to the cell before.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Add(int cell, int person, long numerator, long denominator)
    {
        ref var sum = ref Open(cell);
        sum.Numerator += numerator;
        sum.Denominator += denominator;
        var met = person >= 0 && sum.Meet(person);
        sum.People += met ? 1 : 0;
        return met;
    }

    /// <summary>Counts a person, once per cell among all splits that <paramref name="together"/> decides for.</summary>
    /// <returns>True where the person was counted.</returns>
    public bool AddPerson(int cell, int person, Block together)
    {
        var met = together.Open(cell).Meet(person);
        if (met)
        {
            ref var sum = ref Open(cell);
            sum.Numerator++;
            sum.People++;
        }

        return met;
    }

    /// <summary>True where the person was the last to contribute to the cell.</summary>
    public bool Met(int cell, int person) => Place(cell) is >= 0 and var place && sums[place].Met == person + 1;

    /// <summary>Takes back a person who is counted elsewhere.</summary>
    public void TakeBack(int cell, long numerator)
    {
        ref var sum = ref Open(cell);
        sum.Numerator -= numerator;
        sum.People--;
    }

    /// <summary>Adds what another thread counted, of other people.</summary>
    public void Merge(Block other)
    {
        for (var cell = 0; cell < laidOut; cell++)
        {
            Merge(ref sums[cell], other.sums[cell]);
        }

        foreach (var (cell, place) in other.places ?? [])
        {
            Merge(ref Open(cell), other.sums[place]);
        }
    }

    static void Merge(ref Sum to, in Sum from)
    {
        to.Numerator += from.Numerator;
        to.Denominator += from.Denominator;
        to.People += from.People;
    }

    int Place(int cell) => cell < laidOut ? cell : places is not null && places.TryGetValue(cell, out var place) ? place : -1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    ref Sum Open(int cell)
    {
        var place = cell < laidOut ? cell : OpenPlace(cell);
        return ref sums[place];
    }

    int OpenPlace(int cell)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places ??= [], cell, out var known);
        if (known)
        {
            return place;
        }

        if (count == sums.Length)
        {
            Array.Resize(ref sums, Math.Max(64, count * 2));
        }

        return place = count++;
    }
}
