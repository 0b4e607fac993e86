namespace Homeward.Cli.Terminals;

/// <summary>What an accepted submission lacks, as a sentence for its verdict.</summary>
static class LeftOutRows
{
    /// <param name="people">Whom the rejected rows hide; so with nights and active placements.</param>
    public static string Hide(long rejected, long people, long nights, long placements) =>
        $"without {Counted.Of(rejected, "rejected row")}. {(rejected == 1 ? "It hides" : "They hide")} "
        + (people + nights + placements == 0
            ? $"no people, nights or active placements, as far as {(rejected == 1 ? "its key" : "their keys")} and dates can be read."
            : $"{Counted.Of(people, "person", "people")}, {Counted.Of(nights, "night")} and {Counted.Of(placements, "active placement")}.");
}
