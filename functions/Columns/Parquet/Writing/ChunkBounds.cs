using Homeward.Columns.Parquet.Format;

namespace Homeward.Columns.Parquet.Writing;

/// <summary>Gathers the bounds of a chunk from those of its pages, and the order they come in.</summary>
sealed class ChunkBounds(ChunkValues values)
{
    static readonly Bounds None = new([], []);
    Bounds? whole;
    Bounds? last;
    bool ascending = true;
    bool descending = true;

    /// <summary>False once a page had values without an order.</summary>
    public bool Bounded { get; private set; } = true;

    public BoundaryOrder Order =>
        ascending ? BoundaryOrder.Ascending : descending ? BoundaryOrder.Descending : BoundaryOrder.Unordered;

    /// <summary>Bounds of a page's values; empty where it has none.</summary>
    public Bounds Page(int from, int to)
    {
        if (from == to)
        {
            return None;
        }

        Bounded &= values.Bounds(from, to, out var page);
        if (last is { } before)
        {
            var (min, max) = (values.Compare(page.Min, before.Min), values.Compare(page.Max, before.Max));
            ascending &= min >= 0 && max >= 0;
            descending &= min <= 0 && max <= 0;
        }

        last = page;
        whole = whole is { } sum ? Union(sum, page) : page;
        return page;
    }

    public ChunkStatistics Statistics(int nulls) => Bounded && whole is { } sum
        ? new(sum.Min, sum.Max, nulls, sum.MinExact, sum.MaxExact)
        : new(null, null, nulls);

    // Of two equal bounds one may be a value and the other a cut text: then the bound is a value.
    Bounds Union(Bounds left, Bounds right)
    {
        var (min, max) = (values.Compare(left.Min, right.Min), values.Compare(left.Max, right.Max));
        return new(
            min <= 0 ? left.Min : right.Min,
            max >= 0 ? left.Max : right.Max,
            min == 0 ? left.MinExact || right.MinExact : min < 0 ? left.MinExact : right.MinExact,
            max == 0 ? left.MaxExact || right.MaxExact : max > 0 ? left.MaxExact : right.MaxExact);
    }
}
