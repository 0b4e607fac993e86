using Homeward.Columns;

namespace Homeward.Synthetic.World;

/// <summary>A row of members.csv.</summary>
sealed record MemberSpec(string Organisation, string Role, DateOnly? From = null);

/// <summary>A row of natural_flow.csv.</summary>
sealed record FlowSpec(string ServiceLine, string HomeIcb, string Site, DateOnly? From = null);

/// <summary>A row of budgets.csv.</summary>
/// <param name="FinancialYear">Such as 2020/21.</param>
sealed record BudgetSpec(string ServiceLine, string Commissioner, string FinancialYear, int Amount);

/// <summary>What collaboratives.csv and its companions say about one collaborative.</summary>
sealed record CollaborativeSpec(string Code, string Name)
{
    public Month? BaselineFrom { get; init; }

    public Month? BaselineTo { get; init; }

    public IReadOnlyList<MemberSpec> Members { get; init; } = [];

    public IReadOnlyList<string> ServiceLines { get; init; } = [];

    public IReadOnlyList<FlowSpec> Flow { get; init; } = [];

    public IReadOnlyList<BudgetSpec> Budgets { get; init; } = [];
}

/// <summary>The world that a story takes place in.</summary>
sealed record Landscape(
    IReadOnlyList<Provider> Organisations,
    IReadOnlyList<HomeArea> Homes,
    IReadOnlyList<HospitalSite> Sites,
    IReadOnlyList<Ward> Wards,
    IReadOnlyList<CollaborativeSpec> Collaboratives)
{
    public IEnumerable<Provider> Submitters => Organisations.Where(organisation => organisation.Submits);
}
