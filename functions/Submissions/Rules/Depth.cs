namespace Homeward.Submissions.Rules;

/// <summary>Where a fault lies. What lies higher can bring forth findings further down, and is put right first.</summary>
public enum Depth
{
    /// <summary>Whose data this is, and of which month: where that is wrong, every row may be.</summary>
    Manifest,

    /// <summary>A whole file, or a column of it.</summary>
    File,
    Row,

    /// <summary>It only tells what other findings lead to: rows under a rejected row, too many of them.</summary>
    Consequence,
}
