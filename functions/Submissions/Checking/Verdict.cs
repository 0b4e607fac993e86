namespace Homeward.Submissions.Checking;

public enum Verdict
{
    Accepted,
    Rejected,

    /// <summary>Its content equals the current submission's: nothing else changes.</summary>
    Unchanged,
}

public enum Severity
{
    /// <summary>F: the whole submission is rejected.</summary>
    File,

    /// <summary>G: the row is rejected because of a fault between rows.</summary>
    Group,

    /// <summary>R: the row is rejected.</summary>
    Record,

    /// <summary>W: kept and reported.</summary>
    Warning,
}
