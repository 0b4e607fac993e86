using System.Globalization;

namespace Homeward.Cli.Terminals;

/// <summary>What an accepted submission lacks, as a sentence for its verdict.</summary>
static class LeftOutRows
{
    /// <param name="people">Whom the rejected rows hide; so with nights and active placements.</param>
    public static string Hide(long rejected, long people, long nights, long placements) =>
        $"without {Count(rejected, "rejected row", "rejected rows")}. {(rejected == 1 ? "It hides" : "They hide")} "
        + (people + nights + placements == 0
            ? $"no people, nights or active placements, as far as {(rejected == 1 ? "its key" : "their keys")} and dates can be read."
            : $"{Count(people, "person", "people")}, {Count(nights, "night", "nights")} and {Count(placements, "active placement", "active placements")}.");

    static string Count(long number, string one, string more) => string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : more)}");
}
