namespace Homeward.Measures.Tallying;

/// <summary>The two ways to look at a region (kpis.md §2).</summary>
enum Lens
{
    /// <summary>Those a collaborative answers for, wherever they lie.</summary>
    People,

    /// <summary>Whoever lies in its members' beds.</summary>
    Beds,
}

/// <summary>National scopes: all beds, or classes 200 to 202 only.</summary>
enum Scope
{
    All,
    Acute,
}
