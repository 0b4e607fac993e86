using Homeward.Measures.Findings;
using Homeward.Measures.Placements;
using Homeward.Measures.Time;
using Homeward.Measures.Worklist;
using Homeward.Reference;

namespace Homeward.Measures.Stories;

/// <summary>A placement as one window has it.</summary>
readonly record struct PlacementListed(
    int Window,
    int Person,
    Source Source,
    int Spell,
    int Oap,
    int Provider,
    int Sender,
    int Receiver,
    int Reason,
    PlacementClass Class,
    int Start,
    int ToldEnd,
    int End,
    int Month,
    bool Active,
    int Nights,
    int BedClass,
    ServiceLine Line,
    int Home,
    int Site,
    Flow Flow,
    int Distance,
    int Collaborative);

/// <summary>A ward stay, or what stands for one, in the period's month.</summary>
readonly record struct StayListed(
    int Person,
    int Stay,
    int Oap,
    int Provider,
    int Start,
    int End,
    int Month,
    bool Open,
    int Nights,
    int Leave,
    int BedClass,
    ServiceLine Line,
    int Home,
    int Site,
    Flow Flow,
    int Distance,
    bool Placed,
    int PeopleCollaborative,
    int BedsCollaborative);

/// <summary>Which people make up the figures: placements of every window, ward stays of the month.</summary>
sealed class RegionLists
{
    public List<PlacementListed> Placements { get; } = [];

    public List<StayListed> Stays { get; } = [];

    public List<WorklistEntry> Worklist { get; } = [];

    public List<Found> Findings { get; } = [];

    /// <summary>Of the month.</summary>
    public List<JourneyListed> Journeys { get; } = [];

    public void Merge(RegionLists other)
    {
        Worklist.AddRange(other.Worklist);
        Findings.AddRange(other.Findings);
        Journeys.AddRange(other.Journeys);
        Placements.AddRange(other.Placements);
        Stays.AddRange(other.Stays);
    }

    public void Add(PersonWindow person)
    {
        foreach (var placement in person.Placements)
        {
            Placements.Add(Listed(person, placement));
        }

        PersonFindings.Add(person, Findings);
        if (person.Window.Kind == Windows.Month)
        {
            AddStays(person);
            foreach (var journey in person.Journeys)
            {
                Journeys.Add(JourneyListed.Of(person, journey));
            }

            WorklistEntries.Add(person, Worklist);
        }
    }

    static PlacementListed Listed(PersonWindow person, Placement placement)
    {
        var stay = StayAt(person, placement);
        return new(
            person.Window.Index,
            placement.Person,
            placement.ToldBy,
            placement.Spell.Record,
            placement.Oap,
            placement.Provider,
            placement.Sender,
            placement.Receiver,
            placement.Reason,
            placement.Class,
            placement.Start,
            placement.ToldEnd,
            placement.End,
            placement.Month,
            placement.ActiveAtEnd,
            person.Window.Nights(placement.Start, placement.Until),
            stay?.BedClass ?? 0,
            placement.Line,
            placement.Home,
            stay?.Site ?? 0,
            stay?.Flow ?? Flow.Unknown,
            placement.DistanceAt(stay, person.Region),
            placement.PeopleCollaborative);
    }

    /// <summary>The ward stay that tells where a placement is, or was last.</summary>
    static PersonStay? StayAt(PersonWindow person, Placement placement)
    {
        var stays = placement.Spell.Stays(person);
        PersonStay? last = null;
        foreach (var stay in stays)
        {
            if (last is null || stay.OpenAtEnd || (!last.OpenAtEnd && stay.Start <= placement.End))
            {
                last = stay;
            }
        }

        return last;
    }

    void AddStays(PersonWindow person)
    {
        foreach (var spell in person.Spells)
        {
            var placed = spell.Record < 0 || person.Region.Spells[spell.Record].Placed;
            foreach (var stay in spell.Stays(person))
            {
                Stays.Add(new(
                    stay.Person,
                    stay.Record,
                    spell.Oap,
                    stay.Provider,
                    stay.Start,
                    stay.End,
                    stay.Record < 0 ? person.Region.Oaps[spell.Oap].Month : person.Region.Stays[stay.Record].Month,
                    stay.OpenAtEnd,
                    person.Window.Nights(stay.Start, stay.Until),
                    stay.Leave,
                    stay.BedClass,
                    stay.Line,
                    stay.Home,
                    stay.Site,
                    stay.Flow,
                    stay.Distance,
                    placed,
                    stay.PeopleCollaborative,
                    stay.BedsCollaborative));
            }
        }
    }
}
