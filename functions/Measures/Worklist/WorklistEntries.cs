using Homeward.Measures.Placements;
using Homeward.Measures.Records;
using Homeward.Measures.Stories;
using Homeward.Reference;

namespace Homeward.Measures.Worklist;

/// <summary>Finds the entries of one person in the period's month.</summary>
static class WorklistEntries
{
    public static void Add(PersonWindow person, List<WorklistEntry> entries)
    {
        var placed = false;
        foreach (var placement in person.Placements)
        {
            if (placement.ActiveAtEnd && placement.PeopleCollaborative >= 0)
            {
                placed = true;
                entries.Add(Of(person, placement));
            }
        }

        foreach (var spell in person.Spells)
        {
            // A placed spell whose placement a later one has ended is of nobody's list, unless the person is on it already.
            var unlabelled = spell.IsPlaced(person) ? !placed && spell.Record >= 0 : !OtherSide.Tells(person, spell);
            if (unlabelled && LastOut(spell.Stays(person)) is >= 0 and var at)
            {
                entries.Add(Of(person, spell, at));
            }
        }
    }

    static WorklistEntry Of(PersonWindow person, Placement placement)
    {
        var told = OtherSide.Of(person, placement) ?? placement.Spell;
        var state = ReviewState.Of(person, told.Record, placement.Oap);
        var stay = OpenStay(told.Stays(person)) ?? OpenStay(placement.Spell.Stays(person));
        return new(
            person.Person,
            placement.PeopleCollaborative,
            told.Record,
            stay?.Record ?? -1,
            placement.Oap,
            placement.Sender,
            placement.Receiver,
            placement.Class,
            placement.Reason,
            placement.Start,
            stay?.BedClass ?? 0,
            stay?.Site ?? 0,
            placement.Line,
            placement.Home,
            placement.Demographics,
            placement.DistanceAt(stay, person.Region),
            state,
            state.Reviewed(person),
            ReadySince(person, told.Record));
    }

    /// <param name="at">Position of the open stay among the spell's.</param>
    static WorklistEntry Of(PersonWindow person, PersonSpell spell, int at)
    {
        var state = ReviewState.Of(person, spell.Record, -1);
        var stay = spell.Stays(person)[at];
        return new(
            person.Person,
            stay.PeopleCollaborative,
            spell.Record,
            stay.Record,
            -1,
            0,
            spell.Provider,
            null,
            0,
            OutSince(spell.Stays(person), at),
            stay.BedClass,
            stay.Site,
            stay.Line,
            stay.Home,
            stay.Demographics,
            stay.Distance,
            state,
            state.Reviewed(person),
            ReadySince(person, spell.Record));
    }

    static PersonStay? OpenStay(ReadOnlySpan<PersonStay> stays)
    {
        for (var i = stays.Length - 1; i >= 0; i--)
        {
            if (stays[i].OpenAtEnd)
            {
                return stays[i];
            }
        }

        return null;
    }

    /// <summary>The last open stay that is out of flow and of a collaborative's person; -1 none.</summary>
    static int LastOut(ReadOnlySpan<PersonStay> stays)
    {
        var last = stays.Length - 1;
        while (last >= 0 && stays[last] is not { OpenAtEnd: true, Flow: Flow.Out, PeopleCollaborative: >= 0 })
        {
            last--;
        }

        return last;
    }

    /// <summary>The start of the first of the stays out of flow that follow one another up to this one.</summary>
    static int OutSince(ReadOnlySpan<PersonStay> stays, int at)
    {
        while (at > 0 && stays[at - 1].Flow == Flow.Out)
        {
            at--;
        }

        return stays[at].Start;
    }

    /// <summary>The day from which the person is ready to leave; <see cref="Day.Open"/> where nobody says so.</summary>
    static int ReadySince(PersonWindow person, int spell)
    {
        var since = Day.Open;
        foreach (ref readonly var ready in person.Region.Small.Ready.Of(person.Person))
        {
            if (spell >= 0 && ready.Spell == spell && person.IsOpen(ready.Start, ready.End, ready.Month))
            {
                since = Math.Min(since, ready.Start);
            }
        }

        return since;
    }
}
