namespace Homeward.Submissions.Checking.Sheets;

/// <summary>What a distinct value of a text column is worth; judged once per value, not per row.</summary>
enum ValueClass : byte
{
    Valid,

    /// <summary>Accepted after mapping or reformatting.</summary>
    Other,

    /// <summary>A declared unknown (GEN004).</summary>
    Default,

    /// <summary>Not in the list for the month, or unknown to the reference data.</summary>
    Invalid,

    /// <summary>Not even of the field's format.</summary>
    Malformed,
}
