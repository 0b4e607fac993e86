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

    /// <summary>By lens: the person who contributed last, to which collaborative first, and whether to another one since.</summary>
    readonly (int Person, int Collaborative, bool Several)[] lasts = [(-1, 0, false), (-1, 0, false)];
    bool addedUp;

    readonly record struct Contribution(Split Split, Scope Scope, Lens Lens, int Person, long Numerator, long Denominator);

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

        var contribution = new Contribution(split, scope, lens, subject.Person, numerator, denominator);
        Add(contribution, collaborative, subject.Cells(lens, Layout));
        if (bedClass >= 0)
        {
            Add(contribution, collaborative, [Layout.BedClassCell(bedClass)]);
        }
    }

    public override void AddBedClass(Split split, Scope scope, Lens lens, Subject subject, int bedClass, long numerator)
    {
        var collaborative = subject.Collaborative(lens);
        if (Takes(split, collaborative))
        {
            Add(new(split, scope, lens, subject.Person, numerator, 0), collaborative, [Layout.BedClassCell(bedClass)]);
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

    /// <summary>
    /// Adds the collaboratives up to the programme: to be called once people are counted and other threads' tallies merged, before what no
    /// person has is added.
    /// </summary>
    public void AddUp()
    {
        for (var first = 0; first < blocks.Length; first += collaboratives + 1)
        {
            for (var collaborative = 0; collaborative < collaboratives; collaborative++)
            {
                if (blocks[first + collaborative] is { } block)
                {
                    (blocks[first + Programme] ??= block.Empty()).Merge(block);
                }
            }
        }

        addedUp = true;
    }

    /// <summary>
    /// Adds to the collaborative only: half of all work, as the programme is their sum. But a person counts once in it, so whoever turns up in
    /// a second collaborative is looked for in the others, and taken back from the programme where counted there.
    /// </summary>
    void Add(in Contribution told, int collaborative, ReadOnlySpan<int> cells)
    {
        var several = !addedUp && IsInSeveral(told.Person, told.Lens, collaborative);
        Add(told, collaborative, cells, several);
        if (addedUp)
        {
            Add(told, Programme, cells, several: false);
        }
    }

    void Add(in Contribution told, int collaborative, ReadOnlySpan<int> cells, bool several)
    {
        var block = Open(told.Split, told.Scope, told.Lens, collaborative);
        var people = told.Split.Figure == Figure.People;
        var together = people && told.Split.Together is { } split ? Open(split, told.Scope, told.Lens, collaborative) : block;
        foreach (var cell in cells)
        {
            var met = people ? block.AddPerson(cell, told.Person, together) : block.Add(cell, told.Person, told.Numerator, told.Denominator);
            if (several && met && IsMetElsewhere(told, collaborative, cell))
            {
                Open(told.Split, told.Scope, told.Lens, Programme).TakeBack(cell, people ? 1 : 0);
            }
        }
    }

    bool IsInSeveral(int person, Lens lens, int collaborative)
    {
        ref var seen = ref lasts[(int)lens];
        if (seen.Person != person)
        {
            seen = (person, collaborative, false);
        }

        return seen.Several |= seen.Collaborative != collaborative;
    }

    bool IsMetElsewhere(in Contribution told, int collaborative, int cell)
    {
        var split = told.Split.Figure == Figure.People ? told.Split.Together ?? told.Split : told.Split;
        for (var other = 0; other < collaboratives; other++)
        {
            if (other != collaborative && this[split.Series + (int)told.Scope, Window.Index, told.Lens, other] is { } block && block.Met(cell, told.Person))
            {
                return true;
            }
        }

        return false;
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
