using Homeward.Columns;
using Homeward.Measures.Records;
using Homeward.Measures.Tallying;
using Homeward.Reference;

namespace Homeward.Measures.Outputs;

/// <summary>A level's code and what it is called.</summary>
readonly record struct LevelText(string Code, string Description)
{
    public static LevelText None { get; } = new("NONE", "NONE");
}

/// <summary>What the levels of breakdowns are called, as known at the period's end.</summary>
sealed class LevelTexts(ReferenceData reference, Region region, Month period)
{
    public LevelText Of(Breakdown breakdown, int level) => breakdown switch
    {
        Breakdown.Total => LevelText.None,
        Breakdown.Icb => Organisation(region.Pools.Icbs[level]),
        Breakdown.ServiceLine => Line((ServiceLine)level),
        Breakdown.BedClass => Listed(CodeList.BedClass, region.Pools.BedClasses[level]),
        Breakdown.AgeBand => new(AgeBands.Names[level], AgeBands.Names[level]),
        Breakdown.Gender => Listed(CodeList.GenderIdentity, region.Pools.Genders[level]),
        Breakdown.EthnicGroup => new(EthnicGroups.Names[level], EthnicGroups.Names[level]),
        Breakdown.ImdDecile => Decile(level),
        Breakdown.PrimaryReason => Listed(CodeList.PrimaryReason, region.Pools.PrimaryReasons[level]),
        Breakdown.DelayReason => Listed(CodeList.DelayReason, region.Pools.DelayReasons[level]),
        Breakdown.AttributableTo => Listed(CodeList.AttributableTo, region.Pools.AttributableTo[level]),
        Breakdown.Barrier => Listed(CodeList.Barrier, region.Pools.Barriers[level]),
        Breakdown.ClosedReason => Listed(CodeList.ClosedReason, region.Pools.ClosedReasons[level]),
        Breakdown.DeclineReason => Listed(CodeList.DeclineReason, region.Pools.DeclineReasons[level]),
        Breakdown.DecliningSite => Site(region.Pools.Sites[level]),
        Breakdown.OapReason => Listed(CodeList.OapReason, region.Pools.Reasons[level]),
        _ => Organisation(region.Pools.Organisations[level]),
    };

    public LevelText Organisation(string code) => new(code, reference.Organisation(code, period.LastDay)?.Name ?? code);

    LevelText Site(string code) => new(code, reference.Site(code, period.LastDay)?.Name ?? code);

    LevelText Line(ServiceLine line) =>
        line == ServiceLine.Unknown ? new(CodePool.Unknown, CodePool.Unknown) : Listed(CodeList.ServiceLine, line.ToString());

    LevelText Listed(CodeList list, string code) => new(code, reference.Codes.Description(list, code) ?? code);

    static LevelText Decile(int decile)
    {
        var text = decile == 0 ? CodePool.Unknown : decile.ToString("00", System.Globalization.CultureInfo.InvariantCulture);
        return new(text, decile switch { 0 => text, 1 => "01 (most deprived)", 10 => "10 (least deprived)", _ => text });
    }
}
