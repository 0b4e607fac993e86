using Homeward.Measures.Catalogue;
using Homeward.Measures.Time;

namespace Homeward.Measures.Tallying;

/// <summary>Adds contributions up, for every breakdown, collaborative and the programme at once.</summary>
/// <remarks>
/// Everything added is a whole number (nights, people, pence), so sums do not depend on the order of adding. Contributions come person by
/// person: what a person adds to the same cells is added up first, and distinct people are a matter of remembering the last one.
/// </remarks>
sealed class Totals(Layout layout, int collaboratives) : Tally(layout)
{
    readonly Sheet?[] sheets = new Sheet?[WindowNames.Count * 2 * (collaboratives + 1)];
    readonly Block?[] blocks = new Block?[MeasureCatalogue.SeriesCount * WindowNames.Count * 2 * (collaboratives + 1)];
    readonly Samples?[] samples = new Samples?[MeasureCatalogue.SeriesCount * WindowNames.Count * 2];
    readonly CellSets sets = new();

    /// <summary>By lens: what the person contributes who is being counted, in all breakdowns but Bed Class, and in that.</summary>
    readonly (Batches Own, Batches BedClass)[] batches = [(new(), new()), (new(), new())];

    /// <summary>By lens: the person who was last counted as one of distinct people, in which collaborative first, and whether in another since.</summary>
    readonly (int Person, int Collaborative, bool Several)[] lasts = [(-1, 0, false), (-1, 0, false)];
    bool addedUp;

    readonly record struct Contribution(Split Split, Scope Scope, Lens Lens, int Person, long Numerator, long Denominator)
    {
        public int Series => Split.Series + (int)Scope;

        public bool OfPeople => Split.Figure == Figure.People;

        /// <summary>The series that decides whether a person is counted already.</summary>
        public int Deciding => OfPeople && Split.Together is { } together ? together.Series + (int)Scope : Series;
    }

    /// <summary>Position of the programme among the collaboratives.</summary>
    public int Programme => collaboratives;

    public CellSums this[int series, int windowIndex, Lens lens, int collaborative] => new(
        Layout,
        sheets[SheetAt(windowIndex, lens, collaborative)],
        Places.Of(windowIndex, lens)[series],
        blocks[BlockAt(series, windowIndex, lens, collaborative)]);

    public override void Add(Split split, Scope scope, Lens lens, Subject subject, int bedClass, long numerator, long denominator)
    {
        var collaborative = subject.Collaborative(lens);
        var place = Places.Of(Window.Index, lens)[split.Series + (int)scope];
        if (place < 0 || !Takes(collaborative))
        {
            return;
        }

        if (addedUp || split.Figure == Figure.People)
        {
            var contribution = new Contribution(split, scope, lens, subject.Person, numerator, denominator);
            AddAtOnce(contribution, collaborative, subject.Cells(lens, Layout));
            if (bedClass >= 0)
            {
                AddAtOnce(contribution, collaborative, [Layout.BedClassCell(bedClass)]);
            }

            return;
        }

        batches[(int)lens].Own.Of(subject, lens, collaborative, Layout).Add(place, numerator, denominator);
        if (bedClass >= 0)
        {
            batches[(int)lens].BedClass.Of(collaborative, Layout.BedClassCell(bedClass)).Add(place, numerator, denominator);
        }
    }

    public override void AddBedClass(Split split, Scope scope, Lens lens, Subject subject, int bedClass, long numerator)
    {
        var collaborative = subject.Collaborative(lens);
        var place = Places.Of(Window.Index, lens)[split.Series + (int)scope];
        if (place < 0 || !Takes(collaborative))
        {
            return;
        }

        if (addedUp || split.Figure == Figure.People)
        {
            AddAtOnce(new(split, scope, lens, subject.Person, numerator, 0), collaborative, [Layout.BedClassCell(bedClass)]);
            return;
        }

        batches[(int)lens].BedClass.Of(collaborative, Layout.BedClassCell(bedClass)).Add(place, numerator, 0);
    }

    public override void AddValue(Split split, Lens lens, Subject subject, int bedClass, double value)
    {
        var collaborative = subject.Collaborative(lens);
        if (Places.Of(Window.Index, lens)[split.Series] >= 0 && Takes(collaborative))
        {
            Add(split, Scope.All, lens, subject, bedClass, 1, 0);
            ref var list = ref samples[(split.Series * WindowNames.Count + Window.Index) * 2 + (int)lens];
            (list ??= new(Layout, sets)).Add(value, collaborative, SetOf(subject, lens, collaborative), bedClass);
        }
    }

    /// <summary>The person's contributions are all told: they go to the cells.</summary>
    public void EndPerson(int person)
    {
        foreach (var lens in (ReadOnlySpan<Lens>)[Lens.People, Lens.Beds])
        {
            var (own, bedClass) = batches[(int)lens];
            Add(own, lens, person);
            Add(bedClass, lens, person);
            own.Clear();
            bedClass.Clear();
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

        for (var i = 0; i < sheets.Length; i++)
        {
            if (sheets[i] is null)
            {
                sheets[i] = other.sheets[i];
            }
            else if (other.sheets[i] is { } sheet)
            {
                sheets[i]!.Merge(sheet);
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
        for (var collaborative = 0; collaborative < collaboratives; collaborative++)
        {
            for (var first = 0; first < sheets.Length; first += collaboratives + 1)
            {
                if (sheets[first + collaborative] is { } sheet)
                {
                    (sheets[first + Programme] ??= NewSheet(first / (collaboratives + 1))).Merge(sheet);
                }
            }

            for (var first = 0; first < blocks.Length; first += collaboratives + 1)
            {
                if (blocks[first + collaborative] is { } block)
                {
                    (blocks[first + Programme] ??= NewBlock()).Merge(block);
                }
            }
        }

        addedUp = true;
    }

    /// <summary>
    /// What a person contributes to several sets of cells may meet in a cell, where the person counts once; and a person who turns up in a
    /// second collaborative is taken back from the programme, which is the collaboratives' sum.
    /// </summary>
    void Add(Batches told, Lens lens, int person)
    {
        var several = false;
        for (var i = 1; i < told.Count; i++)
        {
            several |= told[i].Collaborative != told[0].Collaborative;
        }

        for (var i = 0; i < told.Count; i++)
        {
            var batch = told[i];
            var sheet = OpenSheet(Window.Index, lens, batch.Collaborative);
            foreach (var cell in batch.Cells)
            {
                if (cell >= Layout.StayCount)
                {
                    AddToBlocks(batch, lens, cell, person, several);
                }
                else if (told.Count > 1)
                {
                    AddMeeting(batch, sheet.Row(cell), lens, cell, person, several);
                }
                else
                {
                    AddAlone(batch, sheet.Row(cell));
                }
            }
        }
    }

    static void AddAlone(Batch batch, Sum[] row)
    {
        foreach (var place in batch.Touched)
        {
            ref var sum = ref row[place];
            batch.AddTo(ref sum, place);
            sum.People++;
        }
    }

    void AddMeeting(Batch batch, Sum[] row, Lens lens, int cell, int person, bool several)
    {
        foreach (var place in batch.Touched)
        {
            ref var sum = ref row[place];
            batch.AddTo(ref sum, place);
            if (sum.Meet(person))
            {
                sum.People++;
                if (several)
                {
                    TakeBack(place, batch, lens, cell, person);
                }
            }
        }
    }

    void AddToBlocks(Batch batch, Lens lens, int cell, int person, bool several)
    {
        var places = Places.Of(Window.Index, lens);
        foreach (var place in batch.Touched)
        {
            ref var sum = ref Open(places.SeriesAt(place), lens, batch.Collaborative, cell);
            batch.AddTo(ref sum, place);
            if (sum.Meet(person))
            {
                sum.People++;
                if (several)
                {
                    TakeBack(place, batch, lens, cell, person);
                }
            }
        }
    }

    /// <summary>The programme counts a person once.</summary>
    void TakeBack(int place, Batch batch, Lens lens, int cell, int person)
    {
        var series = Places.Of(Window.Index, lens).SeriesAt(place);
        if (IsMetElsewhere(series, lens, batch.Collaborative, cell, person))
        {
            Open(series, lens, Programme, cell).People--;
        }
    }

    /// <summary>What has to keep the order in which it is told, or comes when people are counted.</summary>
    void AddAtOnce(in Contribution told, int collaborative, ReadOnlySpan<int> cells)
    {
        var several = !addedUp && IsInSeveral(told.Person, told.Lens, collaborative);
        AddAtOnce(told, collaborative, cells, several);
        if (addedUp)
        {
            AddAtOnce(told, Programme, cells, several: false);
        }
    }

    void AddAtOnce(in Contribution told, int collaborative, ReadOnlySpan<int> cells, bool several)
    {
        foreach (var cell in cells)
        {
            var met = Open(told.Deciding, told.Lens, collaborative, cell).Meet(told.Person);
            if (!told.OfPeople)
            {
                ref var sum = ref Open(told.Series, told.Lens, collaborative, cell);
                sum.Numerator += told.Numerator;
                sum.Denominator += told.Denominator;
                sum.People += met ? 1 : 0;
            }
            else if (met)
            {
                Count(told, collaborative, cell, 1);
            }

            if (several && met && IsMetElsewhere(told.Deciding, told.Lens, collaborative, cell, told.Person))
            {
                Count(told, Programme, cell, -1);
            }
        }
    }

    void Count(in Contribution told, int collaborative, int cell, int people)
    {
        ref var sum = ref Open(told.Series, told.Lens, collaborative, cell);
        sum.Numerator += told.OfPeople ? people : 0;
        sum.People += people;
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

    bool IsMetElsewhere(int series, Lens lens, int collaborative, int cell, int person)
    {
        for (var other = 0; other < collaboratives; other++)
        {
            if (other != collaborative && this[series, Window.Index, lens, other][cell].Met(person))
            {
                return true;
            }
        }

        return false;
    }

    int SetOf(Subject subject, Lens lens, int collaborative)
    {
        if (addedUp)
        {
            return sets.Add(subject.Cells(lens, Layout));
        }

        var batch = batches[(int)lens].Own.Of(subject, lens, collaborative, Layout);
        return batch.Set >= 0 ? batch.Set : batch.Set = sets.Add(batch.Cells);
    }

    bool Takes(int collaborative) => collaborative >= 0 && Window.IsFor(collaborative);

    ref Sum Open(int series, Lens lens, int collaborative, int cell)
    {
        if (cell < Layout.StayCount)
        {
            return ref OpenSheet(Window.Index, lens, collaborative).Row(cell)[Places.Of(Window.Index, lens)[series]];
        }

        ref var block = ref blocks[BlockAt(series, Window.Index, lens, collaborative)];
        return ref (block ??= NewBlock()).Open(cell);
    }

    Sheet OpenSheet(int windowIndex, Lens lens, int collaborative) =>
        sheets[SheetAt(windowIndex, lens, collaborative)] ??= NewSheet(windowIndex * 2 + (int)lens);

    Sheet NewSheet(int windowAndLens) => new(Layout.StayCount, Places.Of(windowAndLens / 2, (Lens)(windowAndLens % 2)).Width);

    Block NewBlock() => new(Layout.StayCount, Layout.PlacementCount - Layout.StayCount);

    int SheetAt(int windowIndex, Lens lens, int collaborative) => (windowIndex * 2 + (int)lens) * (collaboratives + 1) + collaborative;

    int BlockAt(int series, int windowIndex, Lens lens, int collaborative) =>
        ((series * WindowNames.Count + windowIndex) * 2 + (int)lens) * (collaboratives + 1) + collaborative;
}
