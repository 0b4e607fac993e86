using System.Globalization;

namespace Homeward.Cli.Terminals;

/// <summary>A number with the noun that goes with it.</summary>
static class Counted
{
    public static string Of(long number, string one, string? more = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : more ?? one + "s")}");
}
