using System.Globalization;

namespace Homeward.Benchmarks;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Rows">Ward stays; null for the comparison's own size.</param>
/// <param name="Folder">Where data is made and kept.</param>
sealed record Request(string Verb, int? Rows, int Repeat, string Folder)
{
    const int UsualRepeat = 5;

    /// <exception cref="FormatException">Says what is wrong.</exception>
    public static Request Parse(IReadOnlyList<string> args)
    {
        var request = new Request(
            args.Count == 0 ? throw new FormatException("A comparison is needed.") : args[0], null, UsualRepeat, Path.Combine(Path.GetTempPath(), "homeward-benchmarks"));
        for (var i = 1; i < args.Count; i += 2)
        {
            var value = i + 1 < args.Count ? args[i + 1] : throw new FormatException($"{args[i]} needs a value.");
            request = args[i] switch
            {
                "--rows" => request with { Rows = Number(args[i], value) },
                "--repeat" => request with { Repeat = Number(args[i], value) },
                "--data" => request with { Folder = Path.GetFullPath(value) },
                _ => throw new FormatException($"{args[i]} is no option."),
            };
        }

        return request;
    }

    static int Number(string option, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new FormatException($"{option} is '{value}': expected a whole number above 0.");
}
