namespace Homeward.Measures.Records;

/// <summary>The national upper ethnic groups (domain.md §2.7).</summary>
static class EthnicGroups
{
    public static IReadOnlyList<string> Names { get; } =
        [CodePool.Unknown, "White", "Mixed", "Asian", "Black", "Other", "Not Stated", "Not Known"];

    /// <summary>Position in <see cref="Names"/> of an ethnic category.</summary>
    public static int Of(ReadOnlySpan<byte> category)
    {
        if (category.SequenceEqual("99"u8))
        {
            return 7;
        }

        return category.Length != 1 ? 0 : category[0] switch
        {
            (byte)'A' or (byte)'B' or (byte)'C' => 1,
            (byte)'D' or (byte)'E' or (byte)'F' or (byte)'G' => 2,
            (byte)'H' or (byte)'J' or (byte)'K' or (byte)'L' => 3,
            (byte)'M' or (byte)'N' or (byte)'P' => 4,
            (byte)'R' or (byte)'S' => 5,
            (byte)'Z' => 6,
            _ => 0,
        };
    }
}
