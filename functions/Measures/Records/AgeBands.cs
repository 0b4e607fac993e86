namespace Homeward.Measures.Records;

/// <summary>The national age bands for out of area placements (domain.md §2.7).</summary>
static class AgeBands
{
    static readonly int[] From = [0, 18, 25, 30, 35, 40, 45, 50, 55, 60, 65];

    public static IReadOnlyList<string> Names { get; } =
    [
        CodePool.Unknown, "0-17", "18-24", "25-29", "30-34", "35-39", "40-44", "45-49", "50-54", "55-59", "60-64", "65 or over",
    ];

    /// <summary>Position in <see cref="Names"/> of an age in years.</summary>
    public static int Of(int age)
    {
        var band = 0;
        while (band < From.Length && From[band] <= age)
        {
            band++;
        }

        return band;
    }
}
