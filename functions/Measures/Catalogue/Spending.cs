using Homeward.Measures.Belonging;
using Homeward.Measures.Records;
using Homeward.Measures.Stories;
using Homeward.Measures.Tallying;
using Homeward.Reference;

namespace Homeward.Measures.Catalogue;

/// <summary>Money counted: of the submitter's collaborative for its service line.</summary>
sealed class Spending : Subject
{
    protected override string Table => "spend";

    public override Facets Facets { get; }

    public override bool PeopleOnly => true;

    Spending(int collaborative, ServiceLine line, Facets facets)
    {
        (Person, PeopleCollaborative, BedsCollaborative, Line, Facets) = (-1, collaborative, Memberships.None, line, facets);
    }

    public static Spending Of(RegionFacts facts, in SpendRow row) => new(
        Math.Max(
            Memberships.None,
            facts.Memberships.OfMember(facts.Region.Pools.Organisations[row.Provider], row.Line, row.Month.End)),
        row.Line,
        Facets.Provider | Facets.Commissioner | Facets.Line)
    {
        Provider = row.Provider,
        Commissioner = row.Commissioner,
        Person = PersonOf(facts, row),
    };

    /// <summary>Money that no submitter told: budgets and baselines of a collaborative.</summary>
    /// <param name="commissioner">0 where it is of none in particular.</param>
    public static Spending Of(int collaborative, ServiceLine line, int commissioner) =>
        new(collaborative, line, commissioner == 0 ? Facets.Line : Facets.Commissioner | Facets.Line) { Commissioner = commissioner };

    /// <summary>
    /// Who stands behind an amount, for suppression: the person of the spell or oaps row that it names. Single care that names nobody
    /// counts as one unknown person per submitter; contracts for beds and services have nobody behind them.
    /// </summary>
    static int PersonOf(RegionFacts facts, in SpendRow row)
    {
        var region = facts.Region;
        return row.Oap >= 0 ? region.Oaps[row.Oap].Person
            : row.Spell >= 0 ? region.Spells[row.Spell].Person
            : row.Category is SpendCategory.Spot or SpendCategory.Oap or SpendCategory.Epc ? region.People + row.Provider
            : -1;
    }
}
