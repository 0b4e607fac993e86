namespace Homeward.Submissions.Checking;

/// <summary>One occurrence of a rule. Safe to show: a confidential value is its shape at most.</summary>
/// <param name="Rule">Catalogue id, such as GEN001.</param>
/// <param name="Table">Table name; empty for the submission as a whole.</param>
/// <param name="Line">Line of the file, the header being 1; null where no line is at fault.</param>
/// <param name="Key">The row's own key.</param>
/// <param name="Field">MHSDS field name.</param>
/// <param name="Value">Coded, numeric and date values only (submission.md §4).</param>
/// <param name="Message">One sentence that says what to do.</param>
public sealed record Finding(string Rule, Severity Severity, string Table, int? Line, string? Key, string? Field, string? Value, string Message);

/// <summary>All findings: exact counts by rule, and the first occurrences of each up to a cap.</summary>
/// <param name="Counts">Rule id → how often it was found.</param>
/// <param name="Kept">At most <paramref name="Cap"/> per rule; by table in specification order, then line, then rule.</param>
public sealed record Findings(IReadOnlyDictionary<string, long> Counts, IReadOnlyList<Finding> Kept, int Cap)
{
    /// <summary>Rule id → the rows that it touches: those that a rejecting rule costs, with all rows under them, or those that a warning is about.</summary>
    public IReadOnlyDictionary<string, long> Affected { get; init; } = new Dictionary<string, long>();

    /// <summary>What a rule touches: its rows, or its findings where it is not about rows.</summary>
    public long Rows(Rules.RuleEntry rule) => Affected.TryGetValue(rule.Id, out var rows) ? rows : Counts[rule.Id];
}
