using Homeward.Measures.Belonging;
using Homeward.Measures.Placements;
using Homeward.Measures.Records;
using Homeward.Measures.Time;
using Homeward.Reference;

namespace Homeward.Measures.Stories;

/// <summary>One person in one window: the spells, ward stays and placements that the window's submissions tell of.</summary>
/// <remarks>Filled again for every person and window: one per thread; nothing in it may be kept.</remarks>
sealed class PersonWindow(Region region, Lenses lenses, PlacementClasses classes, Settings settings, HubUse hub, int period)
{
    readonly Shelf<PersonSpell> spells = new();
    readonly Shelf<PersonStay> stays = new();
    readonly Shelf<Placement> placements = new();
    readonly Matching matching = new(region);
    readonly Journeys journeys = new(region);
    int[] placedSpells = [];
    int[] matched = [];
    int[] oaps = [];
    int first;

    public Region Region => region;

    public Settings Settings => settings;

    public int Person { get; private set; }

    public Window Window { get; private set; } = null!;

    public ReadOnlySpan<PersonSpell> Spells => spells.Items;

    public ReadOnlySpan<PersonStay> Stays => stays.Items;

    public ReadOnlySpan<Placement> Placements => placements.Items;

    public ReadOnlySpan<Journey> Journeys => journeys.Items;

    public Lenses Lenses => lenses;

    public ReadOnlySpan<PersonSpell> SpellsOf(Journey journey) => journeys.Spells(journey);

    /// <summary>Whether the window reads a month.</summary>
    /// <param name="month">Months since the first month read.</param>
    public bool Sees(int month) => month >= first;

    /// <summary>Whether a month is the period's.</summary>
    /// <param name="month">Months since the first month read.</param>
    public bool IsOfPeriod(int month) => month == period;

    /// <summary>Whether a record is open at the period's end: the period's own submission still has it open.</summary>
    public bool IsOpen(int start, int end, int month) => month == period && start <= Window.End && end > Window.End;

    /// <summary>Whether a collaborative's members sent requests in the window.</summary>
    public bool UsesRequests(int collaborative) => hub.Sends(collaborative, first);

    /// <summary>The spell as the window has it; null where it does not.</summary>
    public PersonSpell? SpellAt(int record)
    {
        foreach (var spell in spells.Items)
        {
            if (spell.Record == record)
            {
                return spell;
            }
        }

        return null;
    }

    /// <returns>False where the window's submissions tell nothing of the person.</returns>
    public bool Fill(int person, Window window)
    {
        (Person, Window, first) = (person, window, window.First - region.First);
        spells.Clear();
        stays.Clear();
        placements.Clear();
        for (var s = region.SpellsOf[person]; s < region.SpellsOf[person + 1]; s++)
        {
            if (region.Spells[s].Month >= first)
            {
                AddSpell(s);
            }
        }

        FindPlacements(person);
        journeys.Find(spells.Items);
        return spells.Count > 0 || region.Referrals.Of(person).Length > 0 || region.Small.Tells(person);
    }

    void AddSpell(int record)
    {
        ref readonly var row = ref region.Spells[record];
        var spell = spells.Next();
        spell.Record = record;
        spell.Oap = -1;
        spell.Person = Person;
        spell.Start = row.Start;
        spell.End = row.End;
        spell.Until = region.Until(row.End, row.Month);
        spell.OpenAtEnd = IsOpen(row.Start, row.End, row.Month);
        spell.FirstStay = stays.Count;
        spell.Line = ServiceLine.Unknown;
        for (var s = row.FirstStay; s < row.FirstStay + row.StayCount; s++)
        {
            if (region.Stays[s].Month >= first)
            {
                AddStay(s, row);
                spell.Line = region.Stays[s].Line;
            }
        }

        spell.StayCount = stays.Count - spell.FirstStay;
        spell.Provider = row.Provider;
        spell.Home = row.Home;
        spell.Commissioner = row.Commissioner;
        spell.Demographics = row.Demographics;
        spell.PrimaryReason = row.PrimaryReason;
        spell.BedsCollaborative = lenses.Beds(row.Provider, spell.Line, row.Month);
        spell.PeopleCollaborative = row.Placed
            ? lenses.Placed(row.Sender, row.Start, row.Provider, row.Home, spell.Line, row.Month)
            : lenses.People(row.Provider, row.Home, spell.Line, row.Month);
        spell.Changed();
    }

    void AddStay(int record, in Spell spell)
    {
        ref readonly var row = ref region.Stays[record];
        var stay = stays.Next();
        stay.Record = record;
        stay.Oap = -1;
        stay.Person = Person;
        stay.Start = row.Start;
        stay.End = row.End;
        stay.Until = region.Until(row.End, row.Month);
        stay.OpenAtEnd = IsOpen(row.Start, row.End, row.Month);
        stay.BedClass = row.BedClass;
        stay.Site = row.Site;
        stay.Flow = row.Flow;
        stay.Distance = row.Distance;
        stay.Leave = LeaveOf(row.Leave);
        stay.Provider = spell.Provider;
        stay.Home = row.Home;
        stay.Commissioner = spell.Commissioner;
        stay.Line = row.Line;
        stay.Demographics = row.Demographics;
        stay.PrimaryReason = spell.PrimaryReason;
        stay.BedsCollaborative = row.BedsCollaborative;
        stay.PeopleCollaborative = row.PeopleCollaborative;
        stay.Changed();
    }

    int LeaveOf(int row)
    {
        var days = 0;
        for (; row >= 0; row = region.Leave[row].Next)
        {
            days += region.Leave[row].Month >= first ? region.Leave[row].Days : 0;
        }

        return days;
    }

    void FindPlacements(int person)
    {
        var told = spells.Count;
        var placed = 0;
        for (var s = 0; s < told; s++)
        {
            placed += region.Spells[spells[s].Record].Placed ? 1 : 0;
        }

        var rows = RowsInWindow(person);
        if (placed == 0 && rows.Length == 0)
        {
            return;
        }

        PlaceSpells(told, placed, rows);
        foreach (var oap in rows)
        {
            if (!matched.AsSpan(0, placed).Contains(oap))
            {
                PlaceSenderOnly(oap);
            }
        }

        Overlap.Shorten(placements.Items);
        foreach (var placement in placements.Items)
        {
            Finish(placement);
        }
    }

    ReadOnlySpan<int> RowsInWindow(int person)
    {
        var count = 0;
        for (var o = region.OapsOf[person]; o < region.OapsOf[person + 1]; o++)
        {
            if (region.Oaps[o].Month >= first)
            {
                Grow(ref oaps, count + 1);
                oaps[count++] = o;
            }
        }

        return oaps.AsSpan(0, count);
    }

    void PlaceSpells(int told, int placed, ReadOnlySpan<int> rows)
    {
        Grow(ref placedSpells, placed);
        Grow(ref matched, placed);
        var next = 0;
        for (var s = 0; s < told; s++)
        {
            if (region.Spells[spells[s].Record].Placed)
            {
                placedSpells[next++] = spells[s].Record;
            }
        }

        matching.Match(placedSpells.AsSpan(0, placed), rows, matched.AsSpan(0, placed));
        next = 0;
        for (var s = 0; s < told; s++)
        {
            if (region.Spells[spells[s].Record].Placed)
            {
                PlaceSpell(spells[s], matched[next++]);
            }
        }
    }

    void PlaceSpell(PersonSpell spell, int oap)
    {
        ref readonly var row = ref region.Spells[spell.Record];
        var placement = Add(spell, oap, oap < 0 ? Source.ReceiverOnly : Source.Both);
        placement.Sender = row.Sender;
        placement.Receiver = row.Provider;
        placement.Reason = row.Reason;
        placement.Month = row.Month;
        placement.ToldEnd = row.End;
        placement.Start = row.Start;
        placement.Provider = row.Provider;
        placement.Home = row.Home;
        placement.Line = spell.Line;
        placement.Demographics = row.Demographics;
        if (oap >= 0)
        {
            ref readonly var sent = ref region.Oaps[oap];
            placement.Reason = classes.Of(row.Reason) == PlacementClass.Unknown ? sent.Reason : row.Reason;
            placement.Home = row.Home != 0 ? row.Home : sent.Home;
            placement.Line = spell.Line != ServiceLine.Unknown ? spell.Line : sent.Line;
            placement.Demographics = row.Demographics.Or(sent.Demographics);
        }

        placement.Commissioner = row.Commissioner;
        placement.PrimaryReason = row.PrimaryReason;
    }

    void PlaceSenderOnly(int oap)
    {
        ref readonly var row = ref region.Oaps[oap];
        var placement = Add(SpellOf(row, oap), oap, Source.SenderOnly);
        placement.Sender = row.Sender;
        placement.Receiver = row.Receiver;
        placement.Reason = row.Reason;
        placement.Month = row.Month;
        placement.Start = row.Start;
        placement.ToldEnd = row.End;
        placement.Provider = row.Provider;
        placement.Home = row.Home;
        placement.Line = row.Line;
        placement.Demographics = row.Demographics;
        placement.Commissioner = 0;
        placement.PrimaryReason = 0;
    }

    Placement Add(PersonSpell spell, int oap, Source source)
    {
        var placement = placements.Next();
        placement.Person = Person;
        placement.Spell = spell;
        placement.Oap = oap;
        placement.ToldBy = source;
        return placement;
    }

    /// <summary>The spell and ward stay that stand for a sender's own row; dates follow with the overlap rule.</summary>
    PersonSpell SpellOf(in OapRow row, int oap)
    {
        var stay = stays.Next();
        stay.Record = -1;
        stay.Oap = oap;
        stay.BedClass = row.BedClass;
        stay.Site = row.Site;
        stay.Flow = lenses.FlowOf(row.Home, row.Line, row.Site, row.Month);
        stay.Distance = row.Distance;
        stay.Leave = 0;
        var spell = spells.Next();
        spell.Record = -1;
        spell.Oap = oap;
        spell.FirstStay = stays.Count - 1;
        spell.StayCount = 1;
        foreach (Tallying.Subject subject in (ReadOnlySpan<Tallying.Subject>)[stay, spell])
        {
            subject.Person = Person;
            subject.Provider = row.Provider;
            subject.Home = row.Home;
            subject.Commissioner = 0;
            subject.Line = row.Line;
            subject.Demographics = row.Demographics;
            subject.PrimaryReason = 0;
            subject.BedsCollaborative = Memberships.None;
        }

        return spell;
    }

    void Finish(Placement placement)
    {
        placement.Class = classes.Of(placement.Reason);
        placement.Until = Math.Min(placement.End, region.Until(placement.ToldEnd, placement.Month));
        placement.ActiveAtEnd = IsOpen(placement.Start, placement.End, placement.Month);
        placement.PeopleCollaborative =
            lenses.Placed(placement.Sender, placement.Start, placement.Provider, placement.Home, placement.Line, placement.Month);
        placement.BedsCollaborative = Memberships.None;
        placement.Changed();
        if (placement.ToldBy == Source.SenderOnly)
        {
            Follow(placement);
        }
    }

    static void Grow(ref int[] buffer, int count)
    {
        if (buffer.Length < count)
        {
            Array.Resize(ref buffer, Math.Max(8, count * 2));
        }
    }

    void Follow(Placement placement)
    {
        var spell = placement.Spell;
        (spell.Start, spell.End, spell.Until, spell.OpenAtEnd) = (placement.Start, placement.End, placement.Until, placement.ActiveAtEnd);
        spell.PeopleCollaborative = placement.PeopleCollaborative;
        spell.Changed();
        var stay = stays[spell.FirstStay];
        (stay.Start, stay.End, stay.Until, stay.OpenAtEnd) = (placement.Start, placement.End, placement.Until, placement.ActiveAtEnd);
        stay.PeopleCollaborative = placement.PeopleCollaborative;
        stay.Changed();
    }
}
