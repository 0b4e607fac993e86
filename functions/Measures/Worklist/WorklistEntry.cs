using Homeward.Measures.Placements;
using Homeward.Measures.Records;
using Homeward.Reference;

namespace Homeward.Measures.Worklist;

/// <summary>A person to bring home: in an active placement, or in an open stay out of flow that nobody labelled.</summary>
/// <param name="Spell">Index of the spell; -1 where only the sender told it.</param>
/// <param name="Stay">Index of the open ward stay; -1 where there is none.</param>
/// <param name="Oap">Index of the oaps row; -1 none.</param>
/// <param name="Class">Null where it is no placement.</param>
/// <param name="Start">Of the placement; of an unlabelled stay, the day since which the spell is out of flow.</param>
/// <param name="Reviewed">A review was held in the days that reviews may be apart.</param>
/// <param name="ReadySince">Clinically ready for discharge since; <see cref="Day.Open"/> where nobody says so.</param>
readonly record struct WorklistEntry(
    int Person,
    int Collaborative,
    int Spell,
    int Stay,
    int Oap,
    int Sender,
    int Receiver,
    PlacementClass? Class,
    int Reason,
    int Start,
    int BedClass,
    int Site,
    ServiceLine Line,
    int Home,
    Demographics Demographics,
    int Distance,
    ReviewState Reviews,
    bool Reviewed,
    int ReadySince);
