using Homeward.Reference;

namespace Homeward.Measures.Stories;

/// <summary>Where a spell is told: index among the region's spells, or among its oaps rows; -1 in the other.</summary>
readonly record struct SpellPlace(int Spell, int Oap);

/// <summary>A journey as the period's month has it.</summary>
/// <param name="Line">Of its last spell, as the home.</param>
readonly record struct JourneyListed(
    int Person,
    SpellPlace First,
    SpellPlace Last,
    int Spells,
    int Start,
    int End,
    bool Open,
    ServiceLine Line,
    int Home,
    int CollaborativeAtStart,
    int CollaborativeAtEnd)
{
    public static JourneyListed Of(PersonWindow person, Journey journey) => new(
        person.Person,
        new(journey.First.Record, journey.First.Oap),
        new(journey.Last.Record, journey.Last.Oap),
        journey.SpellCount,
        journey.Start,
        journey.End,
        journey.Last.OpenAtEnd,
        journey.Last.Line,
        journey.Last.Home,
        journey.First.PeopleCollaborative,
        journey.Last.PeopleCollaborative);
}
