using Homeward.Measures.Catalogue;
using Homeward.Measures.Time;

namespace Homeward.Measures.Tallying;

/// <summary>Adds contributions up, for every breakdown, collaborative and the programme at once.</summary>
/// <remarks>
/// Everything added is a whole number (nights, people, pence), so sums do not depend on the order of adding. Contributions
/// come person by person: that makes distinct people a matter of remembering the last one.
/// </remarks>
sealed class Totals(Layout layout, int collaboratives) : Tally(layout)
{
    readonly Block?[] blocks = new Block?[MeasureCatalogue.SeriesCount * WindowNames.Count * 2 * (collaboratives + 1)];
    readonly Samples?[] samples = new Samples?[MeasureCatalogue.SeriesCount * WindowNames.Count * 2];

    /// <summary>Position of the programme among the collaboratives.</summary>
    public int Programme => collaboratives;

    public Block? this[int series, int windowIndex, Lens lens, int collaborative] =>
        blocks[Position(series, windowIndex, lens, collaborative)];

    public override void Add(Split split, Scope scope, Lens lens, Subject subject, int bedClass, long numerator, long denominator)
    {
        var collaborative = subject.Collaborative(lens);
        if (!Takes(split, collaborative) || !split.Has(lens))
        {
            return;
        }

        var cells = subject.Cells(lens, Layout);
        foreach (var target in (ReadOnlySpan<int>)[collaborative, Programme])
        {
            var block = Open(split, scope, lens, target);
            if (split.Figure == Figure.People)
            {
                var together = split.Together is null ? block : Open(split.Together, scope, lens, target);
                foreach (var cell in cells)
                {
                    block.AddPerson(cell, subject.Person, together);
                }

                if (bedClass >= 0)
                {
                    block.AddPerson(Layout.BedClassCell(bedClass), subject.Person, together);
                }
            }
            else
            {
                block.Add(cells, subject.Person, numerator, denominator);
                if (bedClass >= 0)
                {
                    block.Add(Layout.BedClassCell(bedClass), subject.Person, numerator, denominator);
                }
            }
        }
    }

    public override void AddBedClass(Split split, Scope scope, Lens lens, Subject subject, int bedClass, long numerator)
    {
        var collaborative = subject.Collaborative(lens);
        if (Takes(split, collaborative))
        {
            Open(split, scope, lens, collaborative).Add(Layout.BedClassCell(bedClass), subject.Person, numerator, 0);
            Open(split, scope, lens, Programme).Add(Layout.BedClassCell(bedClass), subject.Person, numerator, 0);
        }
    }

    public override void AddValue(Split split, Lens lens, Subject subject, int bedClass, double value)
    {
        var collaborative = subject.Collaborative(lens);
        if (Takes(split, collaborative))
        {
            Add(split, Scope.All, lens, subject, bedClass, 1, 0);
            ref var list = ref samples[(split.Series * WindowNames.Count + Window.Index) * 2 + (int)lens];
            (list ??= new()).Add(value, collaborative, subject.Cells(lens, Layout), bedClass < 0 ? -1 : Layout.BedClassCell(bedClass));
        }
    }

    /// <summary>The values of a quantile's series; null where there are none.</summary>
    public Samples? Values(int series, int windowIndex, Lens lens) => samples[(series * WindowNames.Count + windowIndex) * 2 + (int)lens];

    /// <summary>Adds what another tally counted, of other people.</summary>
    public void Merge(Totals other)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            if (samples[i] is null)
            {
                samples[i] = other.samples[i];
            }
            else if (other.samples[i] is { } list)
            {
                samples[i]!.Merge(list);
            }
        }

        for (var i = 0; i < blocks.Length; i++)
        {
            if (blocks[i] is null)
            {
                blocks[i] = other.blocks[i];
            }
            else if (other.blocks[i] is { } block)
            {
                blocks[i]!.Merge(block);
            }
        }
    }

    bool Takes(Split split, int collaborative) =>
        collaborative >= 0 && (split.Windows & Window.Kind) != 0 && Window.IsFor(collaborative);

    Block Open(Split split, Scope scope, Lens lens, int collaborative)
    {
        ref var block = ref blocks[Position(split.Series + (int)scope, Window.Index, lens, collaborative)];
        return block ??= new(split.OfPlacements ? Layout.PlacementCount : Layout.StayCount);
    }

    int Position(int series, int windowIndex, Lens lens, int collaborative) =>
        ((series * WindowNames.Count + windowIndex) * 2 + (int)lens) * (collaboratives + 1) + collaborative;
}
