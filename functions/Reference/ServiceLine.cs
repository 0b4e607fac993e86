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

/// <summary>Service lines by their codes, which are the names of <see cref="ServiceLine"/>.</summary>
public static class ServiceLines
{
    /// <summary>Every line but <see cref="ServiceLine.Unknown"/>.</summary>
    public static IReadOnlyList<ServiceLine> All { get; } = [.. Enum.GetValues<ServiceLine>().Where(line => line != ServiceLine.Unknown)];

    /// <summary>Reads a code such as <c>CYP</c>; nothing stands for Unknown.</summary>
    public static bool TryParse(string? code, out ServiceLine line)
    {
        foreach (var candidate in All)
        {
            if (string.Equals(candidate.ToString(), code, StringComparison.Ordinal))
            {
                line = candidate;
                return true;
            }
        }

        line = ServiceLine.Unknown;
        return false;
    }
}
