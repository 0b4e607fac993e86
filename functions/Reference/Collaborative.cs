using Homeward.Columns;

namespace Homeward.Reference;

public enum MemberRole
{
    Lead,
    Member,
    Subcontractor,
}

/// <param name="Expected">A submission is expected from it every month.</param>
public sealed record Member(string Organisation, MemberRole Role, bool Expected, Effective Effective);

public sealed record CommissionedLine(ServiceLine Line, Effective Effective);

/// <summary>A site that is local for people of a home ICB, for one service line.</summary>
public sealed record FlowRow(ServiceLine Line, string HomeIcb, string Site, Effective Effective);

public sealed record Budget(ServiceLine Line, string Commissioner, int FinancialYear, decimal Amount);

/// <summary>A baseline value that a deployment states itself; it beats the computed one.</summary>
public sealed record StatedBaseline(ServiceLine? Line, string Measure, string Split, double Value, string Source);

/// <summary>A provider collaborative: who belongs to it, which services it answers for, which sites are local to whom.</summary>
public sealed record Collaborative(
    string Code,
    string Name,
    Month? BaselineFrom,
    Month? BaselineTo,
    IReadOnlyList<Member> Members,
    IReadOnlyList<CommissionedLine> Lines,
    IReadOnlyList<FlowRow> Flow,
    IReadOnlyList<Budget> Budgets,
    IReadOnlyList<StatedBaseline> Baselines);

/// <summary>Where a stay's site lies for the person's home.</summary>
public enum Flow
{
    /// <summary>The home ICB or the site is unknown.</summary>
    Unknown,

    /// <summary>The site is local to the person's home.</summary>
    In,

    /// <summary>The home is known and the site is not local to it.</summary>
    Out,
}
