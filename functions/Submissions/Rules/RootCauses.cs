using Homeward.Submissions.Checking;

namespace Homeward.Submissions.Rules;

/// <summary>The order in which findings are told to people: what to put right first comes first.</summary>
public static class RootCauses
{
    /// <summary>The gravest first; among equals causes before what follows from them, then what touches the most rows.</summary>
    public static IEnumerable<T> First<T>(IEnumerable<T> found, Func<T, RuleEntry> rule, Func<T, long> rows) => found
        .OrderBy(one => rule(one).Severity == Severity.Group ? Severity.Record : rule(one).Severity)
        .ThenBy(one => rule(one).Depth)
        .ThenByDescending(rows)
        .ThenBy(one => rule(one).Id, StringComparer.Ordinal);
}
