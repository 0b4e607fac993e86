using Homeward.Submissions.Rules;

namespace Homeward.Submissions.Checking.Found;

/// <summary>What a rule finds about files and the submission as a whole, rather than about rows.</summary>
sealed class FileFindings(RuleEntry rule)
{
    readonly List<Finding> all = [];

    public RuleEntry Rule { get; } = rule;

    public IReadOnlyList<Finding> All => all;

    /// <summary>Rows that the findings are about, where they are about rows.</summary>
    public long Rows { get; private set; }

    /// <param name="table">Empty for the submission as a whole.</param>
    /// <param name="detail">What the message template leaves open; safe to show.</param>
    /// <param name="file">Name of the file as the message gives it; the table's where null.</param>
    /// <param name="rows">That the finding is about.</param>
    public void Add(string table, Detail detail, int? line = null, string? field = null, string? value = null, string? file = null, long rows = 0)
    {
        Rows += rows;
        all.Add(new Finding(
            Rule.Id,
            Rule.Severity,
            table,
            line,
            null,
            field,
            value,
            MessageTemplate.Fill(Rule.Message, field, value, file ?? table + ".csv", detail.ToString())));
    }
}
