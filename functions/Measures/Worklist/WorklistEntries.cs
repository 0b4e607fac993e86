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
        foreach (var placement in person.Placements)
        {
            if (placement.ActiveAtEnd && placement.PeopleCollaborative >= 0)
            {
                entries.Add(Of(person, placement));
            }
        }

        foreach (var spell in person.Spells)
        {
            if (!spell.IsPlaced(person) && OpenStay(spell.Stays(person)) is { Flow: Flow.Out, PeopleCollaborative: >= 0 } stay)
            {
                entries.Add(Of(person, spell, stay));
            }
        }
    }

    static WorklistEntry Of(PersonWindow person, Placement placement)
    {
        var state = ReviewState.Of(person, placement);
        var stay = OpenStay(placement.Spell.Stays(person));
        var sent = placement.Oap < 0 ? -1 : person.Region.Oaps[placement.Oap].Distance;
        return new(
            person.Person,
            placement.PeopleCollaborative,
            placement.Spell.Record,
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
            stay is { Distance: >= 0 } ? stay.Distance : sent,
            state.LastReview,
            state.NextDue,
            state.PlannedReturn,
            state.Barrier,
            ReadySince(person, placement.Spell.Record));
    }

    static WorklistEntry Of(PersonWindow person, PersonSpell spell, PersonStay stay) => new(
        person.Person,
        stay.PeopleCollaborative,
        spell.Record,
        stay.Record,
        -1,
        0,
        spell.Provider,
        null,
        0,
        spell.Start,
        stay.BedClass,
        stay.Site,
        stay.Line,
        stay.Home,
        stay.Demographics,
        stay.Distance,
        int.MinValue,
        Day.Open,
        Day.Open,
        0,
        ReadySince(person, spell.Record));

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
