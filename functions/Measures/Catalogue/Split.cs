using Homeward.Measures.Tallying;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

public enum Unit
{
    Count,
    Nights,
    Days,
    Hours,
    Percent,
    Km,
    Gbp,
    Rate,
}

/// <summary>How the contributions to a cell become its figure.</summary>
public enum Figure
{
    /// <summary>The number of records, or the sum of nights or pence.</summary>
    Sum,

    /// <summary>The number of distinct people.</summary>
    People,

    /// <summary>Numerator ÷ denominator.</summary>
    Ratio,

    /// <summary>The value below which a share of all values lies, interpolated linearly (type 7).</summary>
    Quantile,
}

/// <summary>One figure of a measure, such as <c>inappropriate</c> of K01.</summary>
public sealed class Split(string name, Unit unit, Figure figure, Windows windows)
{
    public string Name { get; } = name;

    public Unit Unit { get; } = unit;

    public Figure Figure { get; } = figure;

    public Windows Windows { get; } = windows;

    /// <summary>What the sum, ratio or quantile is multiplied by: 100 for a percentage.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>How many of what is counted make one of the unit: 100 pence are a pound, 1,200 twelfths of a penny are one too.</summary>
    public int Per { get; init; } = 1;

    /// <summary>Which quantile; 0.5 is the median.</summary>
    public double Quantile { get; init; } = 0.5;

    /// <summary>The split that decides with this one to which of the two a person counts: the first that a person is added to.</summary>
    public Split? Together { get; init; }

    /// <summary>The one lens that it exists in, where its measure looks at both; null for every lens of the measure.</summary>
    public Looks? Only { get; init; }

    /// <summary>The breakdowns that both sides of a ratio tell something of; null where that is all.</summary>
    internal Breakdown[]? Breakdowns { get; init; }

    internal bool Has(Breakdown breakdown) => Breakdowns is null || breakdown == Breakdown.Total || Breakdowns.Contains(breakdown);

    internal bool Has(Lens lens) => Only is null || Only == (lens == Lens.Beds ? Looks.Beds : Looks.People);

    /// <summary>The figure of a whole is the sum of its parts' figures.</summary>
    public bool Additive => Figure == Figure.Sum;

    /// <summary>Its measure has the scope acute.</summary>
    internal bool Scoped { get; set; }

    /// <summary>Its measure counts placements.</summary>
    internal bool OfPlacements { get; set; }

    /// <summary>Number of its first scope's series in the catalogue.</summary>
    internal int Series { get; set; }
}
