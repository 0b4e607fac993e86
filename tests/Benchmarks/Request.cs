using System.Globalization;

namespace Homeward.Benchmarks;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Rows">Ward stays; null for the comparison's own size.</param>
/// <param name="Folder">Where data is made and kept.</param>
sealed record Request(string Verb, int? Rows, int Repeat, string Folder)
{
    const int UsualRepeat = 5;
    const int MostRepeat = 100;

    /// <exception cref="FormatException">Says what is wrong.</exception>
    public static Request Parse(IReadOnlyList<string> args)
    {
        var verb = args.Count == 0 ? throw new FormatException("A comparison is needed.") : args[0];
        var comparison = verb == Verbs.All ? null : Verbs.Known.GetValueOrDefault(verb) ?? throw new FormatException($"{verb} is no comparison.");
        var request = new Request(verb, null, UsualRepeat, Path.Combine(Path.GetTempPath(), "homeward-benchmarks"));
        for (var i = 1; i < args.Count; i += 2)
        {
            var value = i + 1 < args.Count ? args[i + 1] : throw new FormatException($"{args[i]} needs a value.");
            request = args[i] switch
            {
                "--rows" when comparison is null => throw new FormatException("all takes no --rows: every comparison has a size of its own."),
                "--rows" => request with { Rows = Number(args[i], value, comparison.FewestRows, comparison.MostRows) },
                "--repeat" => request with { Repeat = Number(args[i], value, 1, MostRepeat) },
                "--data" when value.Length == 0 => throw new FormatException("--data needs a folder."),
                "--data" => request with { Folder = Path.GetFullPath(value) },
                _ => throw new FormatException($"{args[i]} is no option."),
            };
        }

        return request;
    }

    /// <summary>Makes the folder, and a file in it for a moment.</summary>
    /// <exception cref="BenchmarkException">Nothing can be made there.</exception>
    public void MakeFolder()
    {
        try
        {
            Directory.CreateDirectory(Folder);
            File.Create(Path.Combine(Folder, Path.GetRandomFileName()), 1, FileOptions.DeleteOnClose).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BenchmarkException($"Data cannot be kept in {Folder}: {e.Message}", 2);
        }
    }

    static int Number(string option, string value, int fewest, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= fewest && number <= most
            ? number
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{option} is '{value}': expected a whole number from {fewest:N0} to {most:N0}."));
}
