namespace Homeward.Pipeline;

/// <summary>What computes the figures.</summary>
public static class Engine
{
    /// <summary>Part of every run id. Raised whenever a figure can change, so that lakes are computed again.</summary>
    public const string Version = "13";
}
