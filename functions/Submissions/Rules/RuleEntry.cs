using Homeward.Submissions.Checking;

namespace Homeward.Submissions.Rules;

/// <summary>One rule of submission.md §4, for people: what the findings say, what the documentation says.</summary>
/// <param name="Id">Such as GEN001.</param>
/// <param name="Tables">The tables that it judges; empty where it judges every table, or the submission as a whole.</param>
/// <param name="Title">The rule in a few words.</param>
public sealed record RuleEntry(string Id, Severity Severity, IReadOnlyList<string> Tables, string Title)
{
    /// <summary>One sentence with the blanks {field}, {value}, {file} and {detail}: what was found, and what to do.</summary>
    public required string Message { get; init; }

    /// <summary>What makes the rule fire, for the documentation.</summary>
    public required string Cause { get; init; }

    /// <summary>Why it matters to the figures or to the people in them.</summary>
    public required string Why { get; init; }

    /// <summary>What to do about it.</summary>
    public required string Fix { get; init; }

    public required RuleExample Example { get; init; }

    /// <summary>Where its fault lies, and with it which findings may follow from it.</summary>
    public Depth Depth { get; init; } = Depth.Row;

    /// <summary>Found by the computation of a region, which sees every provider's submission, and not by the check of one.</summary>
    public bool Regional { get; init; }
}

/// <summary>A row that the rule finds, and the same row put right; only the fields that matter.</summary>
/// <param name="Table">Table or file that the row is in.</param>
/// <param name="Header">Field names, separated by commas; empty where the example is a situation told in words.</param>
/// <param name="Found">The rows that the rule finds, one a line.</param>
/// <param name="Right">The rows put right; empty where the remedy is no change of these rows.</param>
public sealed record RuleExample(string Table, string Header, string Found, string Right)
{
    /// <summary>The header put right, where that is the remedy; else the header as it is.</summary>
    public string RightHeader { get; init; } = Header;
}
