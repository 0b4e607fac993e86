using Homeward.Measures.Belonging;
using Homeward.Measures.Records;
using Homeward.Measures.Stories;
using Homeward.Measures.Tallying;

namespace Homeward.Measures.Catalogue;

/// <summary>A ward in a month, counted for its beds.</summary>
sealed class Ward : Subject
{
    readonly (Breakdown, int)[] own;

    public Ward(RegionFacts facts, in BedRow bed, bool byReason = false)
    {
        Person = -1;
        PeopleCollaborative = Memberships.None;
        BedsCollaborative = facts.Lenses.Beds(bed.Provider, bed.Line, bed.Month);
        Provider = bed.Provider;
        Line = bed.Line;
        own = byReason ? [(Breakdown.ClosedReason, bed.ClosedReason)] : [];
    }

    protected override string Table => "beds";

    public override Facets Facets => Facets.Provider | Facets.Line;

    public override ReadOnlySpan<(Breakdown Breakdown, int Level)> OwnLevels => own;
}
