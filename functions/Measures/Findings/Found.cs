namespace Homeward.Measures.Findings;

enum FoundIn
{
    Oaps,
    WardStays,
}

/// <summary>A rule that a record meets, while people are gone through.</summary>
/// <param name="Record">Index among the region's oaps rows or ward stays.</param>
/// <param name="Receiver">Organisation that must have submitted the period for the rule to hold; 0 none.</param>
readonly record struct Found(string Rule, FoundIn In, int Record, string? Field = null, int Receiver = 0);
