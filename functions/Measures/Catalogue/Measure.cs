using Homeward.Measures.Stories;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

/// <summary>Which way is better.</summary>
public enum Polarity
{
    LowerIsBetter,
    HigherIsBetter,
    Neutral,
}

/// <summary>Whom a measure looks at (kpis.md §2).</summary>
public enum Looks
{
    People,
    Beds,
    Both,
}

/// <summary>What a measure counts, for explanations: the rows that it passes over are told too.</summary>
public enum Counted
{
    Other,
    Spells,
    WardStays,
}

/// <summary>A measure: what it is, as people read it, beside the formula that computes it.</summary>
/// <param name="Id">K01 to K30.</param>
/// <param name="Formula">In words and the terms of kpis.md.</param>
public sealed record Measure(string Id, string Name, string Description, string Formula, Polarity Polarity, Looks Looks, IReadOnlyList<Split> Splits)
{
    /// <summary>The national measures that count the same; null where there is none.</summary>
    public string? NationalTwin { get; init; }

    /// <summary>The measure has the scope <c>acute</c> beside <c>all</c>.</summary>
    public bool Scoped { get; init; }

    /// <summary>It counts placements, and has their breakdowns.</summary>
    public bool OfPlacements { get; init; }

    /// <summary>What it counts, where it is no placement.</summary>
    public Counted Of { get; init; }

    /// <summary>Its figures go into marts/oap_flow too.</summary>
    public bool Flows { get; init; }

    /// <summary>The mart that its figures are in, where they are none of the long format's: it counts what judging found, not what accepted rows say.</summary>
    public string? OwnMart { get; init; }

    /// <summary>Months after the period that it reads.</summary>
    public int Ahead { get; init; }

    /// <summary>Adds what one person in one window contributes.</summary>
    internal Action<PersonWindow, Tally> Count { get; init; } = static (_, _) => { };

    /// <summary>Adds what the region's submissions contribute to a window, apart from what people do.</summary>
    internal Action<RegionFacts, Window, Tally> CountFacts { get; init; } = static (_, _, _) => { };

    /// <summary>Its figures say nothing of people, so that none is suppressed.</summary>
    public bool Open { get; init; }

    internal int Scopes => Scoped ? 2 : 1;

    internal bool Has(Lens lens) => Looks == Looks.Both || Looks == (lens == Lens.Beds ? Looks.Beds : Looks.People);
}
