using Homeward.Measures.Placements;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

/// <summary>The splits that most placement measures have: all, and each class of reason.</summary>
sealed class ByClass
{
    readonly Split[][] pairs;

    public ByClass(Unit unit, Windows windows)
    {
        var all = new Split("all", unit, Figure.Sum, windows);
        pairs = [.. Enum.GetValues<PlacementClass>().Select(c => (Split[])[all, new(c.ToString().ToLowerInvariant(), unit, Figure.Sum, windows)])];
        Splits = [all, .. pairs.Select(pair => pair[1])];
    }

    public IReadOnlyList<Split> Splits { get; }

    /// <summary>The two splits that a placement counts in.</summary>
    public ReadOnlySpan<Split> Of(Placement placement) => pairs[(int)placement.Class];

    /// <summary>Adds a placement that lay in a bed of this class.</summary>
    public void Add(Tally tally, Placement placement, int bedClass)
    {
        foreach (var split in Of(placement))
        {
            tally.Add(split, Scope.All, Lens.People, placement, bedClass, 1);
            if (tally.Layout.IsAcute(bedClass))
            {
                tally.Add(split, Scope.Acute, Lens.People, placement, bedClass, 1);
            }
        }
    }
}
