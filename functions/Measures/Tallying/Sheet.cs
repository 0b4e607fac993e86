namespace Homeward.Measures.Tallying;

/// <summary>The sums of one window, lens and collaborative: a row for each cell, in it a place for each series.</summary>
/// <remarks>
/// A person falls in a dozen cells and contributes to many series of each: what belongs to a cell lies together. Rows are made when they
/// are first added to. Cells of pairs, routes and what else only placements have are in <see cref="Block"/>s.
/// </remarks>
sealed class Sheet(int cells, int width)
{
    readonly Sum[]?[] rows = new Sum[]?[cells];

    public Sum[] Row(int cell) => rows[cell] ??= new Sum[width];

    public Sum At(int cell, int place) => rows[cell] is { } row ? row[place] : default;

    /// <summary>Adds what another thread, or another collaborative, counted of other people.</summary>
    public void Merge(Sheet other)
    {
        for (var cell = 0; cell < rows.Length; cell++)
        {
            if (other.rows[cell] is { } from)
            {
                var to = Row(cell);
                for (var place = 0; place < width; place++)
                {
                    to[place].Add(from[place]);
                }
            }
        }
    }
}
