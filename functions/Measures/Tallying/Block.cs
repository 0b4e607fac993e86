using System.Runtime.InteropServices;

namespace Homeward.Measures.Tallying;

/// <summary>The sums of one series, window, lens and collaborative in the cells that only placements have.</summary>
/// <remarks>
/// The first of them are laid out; those of pairs and routes, of which there are very many and few are used, get a place when they are
/// first added to.
/// </remarks>
/// <param name="first">The first cell.</param>
/// <param name="laidOut">How many cells are laid out.</param>
sealed class Block(int first, int laidOut)
{
    readonly int laidOut = laidOut;
    Dictionary<int, int>? places;
    Sum[] sums = new Sum[laidOut];
    int count = laidOut;

    /// <summary>Every cell that may have been added to.</summary>
    public IEnumerable<int> Cells => Enumerable.Range(first, laidOut).Concat(places?.Keys ?? Enumerable.Empty<int>());

    public ref Sum Open(int cell)
    {
        var place = cell - first < laidOut ? cell - first : OpenPlace(cell);
        return ref sums[place];
    }

    public Sum At(int cell) =>
        cell - first < laidOut ? sums[cell - first] : places is not null && places.TryGetValue(cell, out var place) ? sums[place] : default;

    /// <summary>Adds what another thread, or another collaborative, counted of other people.</summary>
    public void Merge(Block other)
    {
        foreach (var cell in other.Cells)
        {
            Open(cell).Add(other.At(cell));
        }
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
