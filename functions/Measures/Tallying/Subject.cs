using Homeward.Measures.Explaining;
using Homeward.Measures.Placements;
using Homeward.Measures.Records;
using Homeward.Reference;

namespace Homeward.Measures.Tallying;

/// <summary>What is known of a subject, and so which breakdowns it has.</summary>
[Flags]
enum Facets
{
    None = 0,
    Provider = 1,
    Home = 2,
    Commissioner = 4,
    Line = 8,
    Demographics = 16,
    PrimaryReason = 32,
    All = 63,
}

/// <summary>What is counted once: to whom it belongs in each lens, and what tells the levels of every breakdown that it falls in.</summary>
abstract class Subject
{
    /// <summary>-1 where no person stands behind it.</summary>
    public int Person;

    /// <summary>The collaborative in the people lens; -1 none.</summary>
    public int PeopleCollaborative;

    /// <summary>The collaborative in the beds lens; -1 none.</summary>
    public int BedsCollaborative;

    /// <summary>The submitter.</summary>
    public int Provider;
    public int Home;
    public int Commissioner;
    public ServiceLine Line;
    public Demographics Demographics;
    public int PrimaryReason;

    /// <summary>What is known of it.</summary>
    public virtual Facets Facets => Facets.All;

    /// <summary>It belongs to the people lens only, so that Provider rows are there, not in the beds lens.</summary>
    public virtual bool PeopleOnly => false;

    /// <summary>The placement whose reason, sender and receiver it has; null where it has none.</summary>
    public virtual Placement? Placed => null;

    /// <summary>Levels of breakdowns that only few measures have.</summary>
    public virtual ReadOnlySpan<(Breakdown Breakdown, int Level)> OwnLevels => [];

    readonly int[] peopleCells = new int[Layout.MostCells];
    readonly int[] bedsCells = new int[Layout.MostCells];
    int peopleCount;
    int bedsCount;
    Batch? peopleBatch;
    Batch? bedsBatch;

    /// <summary>Where a tally adds up what it contributes; null until it does, and once its cells have changed.</summary>
    public ref Batch? Batch(Lens lens) => ref lens == Lens.People ? ref peopleBatch : ref bedsBatch;

    public int Collaborative(Lens lens) => lens == Lens.People ? PeopleCollaborative : BedsCollaborative;

    /// <summary>The cells that it falls in, of every breakdown but Bed Class, which a measure tells.</summary>
    public ReadOnlySpan<int> Cells(Lens lens, Layout layout)
    {
        if (peopleCount == 0)
        {
            peopleCount = layout.PeopleCells(this, peopleCells);
            bedsCount = layout.BedsCells(this, bedsCells);
        }

        return lens == Lens.People ? peopleCells.AsSpan(0, peopleCount) : bedsCells.AsSpan(0, bedsCount);
    }

    /// <summary>The row of a submission that it stands for.</summary>
    public virtual ExplainedRow Source(Region region) => RowSource.Of(region, this, Table, null, -1, Day.Open, Day.Open);

    /// <summary>Table of the specification that it is from.</summary>
    protected virtual string Table => "";

    /// <summary>Takes over to whom it belongs and every level.</summary>
    public void Copy(Subject from)
    {
        Person = from.Person;
        PeopleCollaborative = from.PeopleCollaborative;
        BedsCollaborative = from.BedsCollaborative;
        Provider = from.Provider;
        Home = from.Home;
        Commissioner = from.Commissioner;
        Line = from.Line;
        Demographics = from.Demographics;
        PrimaryReason = from.PrimaryReason;
        Changed();
    }

    /// <summary>Forgets the cells: to be called once what tells the levels has changed.</summary>
    public void Changed()
    {
        peopleCount = 0;
        peopleBatch = bedsBatch = null;
    }
}
