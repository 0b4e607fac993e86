namespace Homeward.Reference;

/// <summary>The service lines of submission.md §3. <see cref="Unknown"/> stands for a stay whose line cannot be told; it counts in.</summary>
public enum ServiceLine
{
    Unknown,

    /// <summary>Adult acute and psychiatric intensive care.</summary>
    AAC,

    /// <summary>Older adult.</summary>
    OAC,

    /// <summary>Adult secure.</summary>
    ASE,

    /// <summary>Adult eating disorders.</summary>
    AED,

    /// <summary>Perinatal.</summary>
    PNM,

    /// <summary>Children and young people.</summary>
    CYP,

    /// <summary>Learning disability and autism.</summary>
    LDA,

    /// <summary>Rehabilitation.</summary>
    REH,

    /// <summary>Other.</summary>
    OTH,
}
