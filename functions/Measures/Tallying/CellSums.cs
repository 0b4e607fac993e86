namespace Homeward.Measures.Tallying;

/// <summary>What one series, window, lens and collaborative came to, cell by cell.</summary>
readonly struct CellSums(Layout layout, Sheet? sheet, int place, Block? block)
{
    /// <summary>Every cell that may have been added to, and the total's.</summary>
    public IEnumerable<int> Cells =>
        (sheet is null ? [0] : Enumerable.Range(0, layout.StayCount)).Concat(block?.Cells ?? []);

    public Sum this[int cell] => cell < layout.StayCount ? sheet?.At(cell, place) ?? default : block?.At(cell) ?? default;
}
