namespace Homeward.Lake.Ledger;

/// <summary>How far a submission has come (design.md, "State and publishing").</summary>
public enum LedgerState
{
    /// <summary>Its manifest has arrived.</summary>
    Received,

    /// <summary>A worker holds its lease and judges it.</summary>
    Validating,

    /// <summary>Judged and written; not yet committed, so nothing counts it.</summary>
    Accepted,

    /// <summary>Committed: figures may count it.</summary>
    Published,

    /// <summary>Judged: nothing of it counts, the current one stays.</summary>
    Rejected,

    /// <summary>Judged: the same as the current one.</summary>
    Unchanged,

    /// <summary>Failed too often; waits for a person.</summary>
    Parked,
}
