using Homeward.Measures.Records;
using Homeward.Reference;

namespace Homeward.Measures.Tallying;

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

    readonly int[] peopleCells = new int[Layout.MostCells];
    readonly int[] bedsCells = new int[Layout.MostCells];
    int peopleCount;
    int bedsCount;

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

    /// <summary>Forgets the cells: to be called once what tells the levels has changed.</summary>
    public void Changed() => peopleCount = 0;
}
