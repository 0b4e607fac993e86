using Homeward.Columns;

namespace Homeward.Measures.Time;

/// <summary>The windows of kpis.md §1; all end with the period.</summary>
[Flags]
public enum Windows
{
    None = 0,

    /// <summary>The period's month.</summary>
    Month = 1,

    /// <summary>The month and the two before.</summary>
    RollingThree = 2,

    /// <summary>The month and the eleven before.</summary>
    RollingTwelve = 4,

    /// <summary>Financial year to date.</summary>
    FinancialYear = 8,

    /// <summary>From the month after a collaborative's baseline.</summary>
    SinceBaseline = 16,

    /// <summary>The windows that every measure over time has.</summary>
    Standard = Month | RollingThree | RollingTwelve | FinancialYear,

    All = Standard | SinceBaseline,
}

/// <summary>A span of months that ends with the period.</summary>
/// <param name="Kind">One flag of <see cref="Windows"/>.</param>
/// <param name="Collaboratives">Indexes of the collaboratives that it is for; null for all.</param>
sealed record Window(Windows Kind, Month First, Month Last, IReadOnlySet<int>? Collaboratives = null)
{
    /// <summary>First day, as days since 1970-01-01.</summary>
    public int Start { get; } = First.Start;

    /// <summary>Last day, as days since 1970-01-01.</summary>
    public int End { get; } = Last.End;

    public int Months => Last - First + 1;

    /// <summary>Position among the window names, 0 to 4.</summary>
    public int Index { get; } = int.TrailingZeroCount((int)Kind);

    public string Name => WindowNames.Of(Kind);

    public bool IsFor(int collaborative) => Collaboratives is null || Collaboratives.Contains(collaborative);

    public bool Holds(int day) => Start <= day && day <= End;

    /// <summary>Nights from <paramref name="start"/> to <paramref name="until"/>, a day that is not counted, within the window.</summary>
    public int Nights(int start, int until) => Math.Max(0, Math.Min(until, End + 1) - Math.Max(start, Start));
}
