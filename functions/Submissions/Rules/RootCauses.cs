using Homeward.Submissions.Checking;
using Homeward.Submissions.Specification;

namespace Homeward.Submissions.Rules;

/// <summary>The order in which findings are told to people: what to put right first comes first.</summary>
public static class RootCauses
{
    /// <summary>The gravest first; among equals causes before what follows from them, then what touches the most rows.</summary>
    /// <remarks>What brings forth a graver finding is as grave as that one, and comes before it.</remarks>
    public static IEnumerable<T> First<T>(IEnumerable<T> found, Func<T, RuleEntry> rule, Func<T, long> rows)
    {
        var all = found.ToList();
        var there = all.ConvertAll(one => rule(one));
        var sorted = all
            .OrderBy(one => Gravity(rule(one), there))
            .ThenBy(one => rule(one).Depth)
            .ThenBy(one => Own(rule(one)))
            .ThenByDescending(rows)
            .ThenBy(one => rule(one).Id, StringComparer.Ordinal)
            .ToList();
        return CausesFirst(sorted, rule);
    }

    /// <summary>How grave a finding is beside the others that are <paramref name="there"/>; Record for what leaves rows out.</summary>
    public static Severity Gravity(RuleEntry rule, IReadOnlyCollection<RuleEntry> there) =>
        FollowFrom(rule, there).Select(effect => Gravity(effect, there)).Append(Own(rule)).Min();

    /// <summary>The graver ones of those there that a finding may bring forth.</summary>
    public static IEnumerable<RuleEntry> Graver(RuleEntry rule, IReadOnlyCollection<RuleEntry> there) =>
        FollowFrom(rule, there).Where(effect => Own(effect) < Own(rule));

    static IEnumerable<RuleEntry> FollowFrom(RuleEntry rule, IEnumerable<RuleEntry> there) => there.Where(effect => MayCause(rule, effect));

    static bool MayCause(RuleEntry cause, RuleEntry effect) => effect.Id switch
    {
        // A misspelt file or column is absent under its right name.
        "SUB005" => cause.Id is "SUB011" or "GEN009",
        "SUB007" => Own(cause) == Severity.Record && (cause.Tables.Count == 0 || cause.Tables.Any(table => SpecificationTables.Find(table)!.Mandatory)),
        "SUB012" => cause.Id == "PAT006",
        "GEN006" => cause.Id is "SUB009" or "SUB011",
        _ => false,
    };

    static Severity Own(RuleEntry rule) => rule.Severity == Severity.Group ? Severity.Record : rule.Severity;

    static List<T> CausesFirst<T>(List<T> sorted, Func<T, RuleEntry> rule)
    {
        var told = new List<T>(sorted.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in sorted)
        {
            Tell(one);
        }

        return told;

        void Tell(T one)
        {
            if (!seen.Add(rule(one).Id))
            {
                return;
            }

            foreach (var cause in sorted.Where(other => MayCause(rule(other), rule(one))))
            {
                Tell(cause);
            }

            told.Add(one);
        }
    }
}
