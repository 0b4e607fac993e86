using Homeward.Columns;

namespace Homeward.Lake.Ledger;

/// <summary>What the ledger knows of a period.</summary>
/// <param name="RunId">The current run; null where none was committed yet.</param>
public sealed record RunRow(Month Period, string? RunId)
{
    /// <summary>The run that could not be made: names what went into it, so that other submissions or reference data are a new attempt.</summary>
    public string? FailedRun { get; init; }

    /// <summary>How often making it failed.</summary>
    public int Failures { get; init; }

    /// <summary>Why, for an operator. No personal value in it.</summary>
    public string? Problem { get; init; }
}
