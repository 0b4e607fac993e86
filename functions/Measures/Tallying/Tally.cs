using Homeward.Measures.Catalogue;
using Homeward.Measures.Time;

namespace Homeward.Measures.Tallying;

/// <summary>Adds contributions up, for every breakdown, collaborative and the programme at once.</summary>
/// <remarks>
/// Everything added is a whole number (nights, people, pence), so sums do not depend on the order of adding. Contributions
/// come person by person: that makes distinct people a matter of remembering the last one.
/// </remarks>
sealed class Tally(Layout layout, int collaboratives)
{
    /// <summary>For contributions that say nothing of a bed.</summary>
    public const int AnyBed = -1;

    readonly Block?[] blocks = new Block?[MeasureCatalogue.SeriesCount * WindowNames.Count * 2 * (collaboratives + 1)];
    readonly Samples?[] samples = new Samples?[MeasureCatalogue.SeriesCount * WindowNames.Count * 2];
    Window window = null!;

    public Layout Layout { get; } = layout;

    /// <summary>Position of the programme among the collaboratives.</summary>
    public int Programme => collaboratives;

    /// <summary>What is added from now on is of this window.</summary>
    public void Begin(Window of) => window = of;

    public Block? this[int series, int windowIndex, Lens lens, int collaborative] =>
        blocks[Position(series, windowIndex, lens, collaborative)];

    /// <summary>Adds to both lenses.</summary>
    public void Add(Split split, Subject subject, int bedClass, long numerator, long denominator = 0)
    {
        Add(split, Scope.All, Lens.People, subject, bedClass, numerator, denominator);
        Add(split, Scope.All, Lens.Beds, subject, bedClass, numerator, denominator);
    }

    /// <summary>Adds a contribution to the total and to every breakdown; to Bed Class where a class is told.</summary>
    /// <param name="numerator">Records, nights or pence; any number for a split of people.</param>
    public void Add(Split split, Scope scope, Lens lens, Subject subject, int bedClass, long numerator, long denominator = 0)
    {
        var collaborative = subject.Collaborative(lens);
        if (!Takes(split, collaborative) || split.Only is { } only && only != (lens == Lens.Beds ? Looks.Beds : Looks.People))
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
                foreach (var cell in cells)
                {
                    block.Add(cell, subject.Person, numerator, denominator);
                }

                if (bedClass >= 0)
                {
                    block.Add(Layout.BedClassCell(bedClass), subject.Person, numerator, denominator);
                }
            }
        }
    }

    /// <summary>Adds to the Bed Class row only.</summary>
    public void AddBedClass(Split split, Scope scope, Lens lens, Subject subject, int bedClass, long numerator)
    {
        var collaborative = subject.Collaborative(lens);
        if (Takes(split, collaborative))
        {
            Open(split, scope, lens, collaborative).Add(Layout.BedClassCell(bedClass), subject.Person, numerator, 0);
            Open(split, scope, lens, Programme).Add(Layout.BedClassCell(bedClass), subject.Person, numerator, 0);
        }
    }

    /// <summary>Adds a value whose quantile is asked for.</summary>
    public void AddValue(Split split, Lens lens, Subject subject, int bedClass, double value)
    {
        var collaborative = subject.Collaborative(lens);
        if (Takes(split, collaborative))
        {
            Add(split, Scope.All, lens, subject, bedClass, 1);
            var list = samples[(split.Series * WindowNames.Count + window.Index) * 2 + (int)lens] ??= new();
            list.Add(value, collaborative, subject.Cells(lens, Layout), bedClass < 0 ? -1 : Layout.BedClassCell(bedClass));
        }
    }

    /// <summary>The values of a quantile's series; null where there are none.</summary>
    public Samples? Values(int series, int windowIndex, Lens lens) => samples[(series * WindowNames.Count + windowIndex) * 2 + (int)lens];

    /// <summary>Adds what another tally counted, of other people.</summary>
    public void Merge(Tally other)
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
        collaborative >= 0 && (split.Windows & window.Kind) != 0 && window.IsFor(collaborative);

    Block Open(Split split, Scope scope, Lens lens, int collaborative)
    {
        ref var block = ref blocks[Position(split.Series + (int)scope, window.Index, lens, collaborative)];
        return block ??= new(split.OfPlacements ? Layout.PlacementCount : Layout.StayCount, split.Figure == Figure.Ratio);
    }

    int Position(int series, int windowIndex, Lens lens, int collaborative) =>
        ((series * WindowNames.Count + windowIndex) * 2 + (int)lens) * (collaboratives + 1) + collaborative;
}
