using Homeward.Measures.Placements;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

/// <summary>The splits that most placement measures have: all, and each class of reason.</summary>
sealed class ByClass(Unit unit, Windows windows)
{
    readonly Split all = new("all", unit, Figure.Sum, windows);

    readonly Split[] classes =
    [
        new("inappropriate", unit, Figure.Sum, windows),
        new("appropriate", unit, Figure.Sum, windows),
        new("unknown", unit, Figure.Sum, windows),
    ];

    public IReadOnlyList<Split> Splits => [all, .. classes];

    /// <summary>Adds a placement that lay in a bed of this class.</summary>
    public void Add(Tally tally, Placement placement, int bedClass)
    {
        foreach (var split in (ReadOnlySpan<Split>)[all, classes[(int)placement.Class]])
        {
            tally.Add(split, Scope.All, Lens.People, placement, bedClass, 1);
            if (tally.Layout.IsAcute(bedClass))
            {
                tally.Add(split, Scope.Acute, Lens.People, placement, bedClass, 1);
            }
        }
    }

    /// <summary>Adds nights that no bed class tells apart.</summary>
    public void AddNights(Tally tally, Placement placement, Scope scope, int nights)
    {
        tally.Add(all, scope, Lens.People, placement, Tally.AnyBed, nights);
        tally.Add(classes[(int)placement.Class], scope, Lens.People, placement, Tally.AnyBed, nights);
    }

    /// <summary>Adds nights to the rows of their bed class only.</summary>
    public void AddBedNights(Tally tally, Placement placement, int bedClass, int nights)
    {
        foreach (var split in (ReadOnlySpan<Split>)[all, classes[(int)placement.Class]])
        {
            tally.AddBedClass(split, Scope.All, Lens.People, placement, bedClass, nights);
            if (tally.Layout.IsAcute(bedClass))
            {
                tally.AddBedClass(split, Scope.Acute, Lens.People, placement, bedClass, nights);
            }
        }
    }
}
