namespace Homeward.Measures.Suppression;

/// <summary>How a reader meets a cell.</summary>
enum Disclosure : byte
{
    /// <summary>As it is.</summary>
    Exact,

    /// <summary>Rounded.</summary>
    Rounded,

    /// <summary>There is a row, without a value.</summary>
    Suppressed,

    /// <summary>There is no row.</summary>
    LeftOut,
}

/// <summary>A figure as a reader knows it before adding anything up.</summary>
/// <param name="Lo">The least that it can be, by its own row.</param>
/// <param name="Hi">The most.</param>
/// <param name="Lowest">The least that such a figure can be, were its row without a value.</param>
/// <param name="Value">What it is; NaN where nobody publishes it.</param>
/// <param name="Whole">It is a whole number.</param>
readonly record struct Cell(double Lo, double Hi, double Lowest, double Value, bool Whole, Disclosure Told)
{
    public bool IsShown => Told is Disclosure.Exact or Disclosure.Rounded;

    /// <summary>The cell without its value, or without its row.</summary>
    public Cell Open(Disclosure told) => this with
    {
        Lo = told == Disclosure.LeftOut ? Math.Min(0, Lowest) : Lowest,
        Hi = double.PositiveInfinity,
        Told = told,
    };
}
