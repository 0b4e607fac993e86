using System.Globalization;
using Homeward.Columns;
using Homeward.Synthetic.Sized;

namespace Homeward.Benchmarks.Data;

/// <summary>Providers that each send one month.</summary>
/// <param name="Folder">Holds <c>landing/</c> and <c>reference/</c>.</param>
sealed record AppRegion(string Folder, Month Period)
{
    public const int MostRows = 100_000;

    public string Landing => Path.Combine(Folder, "landing");

    public string Reference => Path.Combine(Folder, "reference");

    /// <summary>Provider, name of the upload, folder; by provider.</summary>
    public IEnumerable<(string Provider, string Upload, string Folder)> Uploads =>
        Directory.EnumerateDirectories(Landing).Order(StringComparer.Ordinal)
            .SelectMany(provider => Directory.EnumerateDirectories(Path.Combine(provider, Period.ToString()))
                .Select(upload => (Path.GetFileName(provider), Path.GetFileName(upload), upload)));

    /// <summary>Makes it below a folder unless it is there already.</summary>
    public static AppRegion Make(string below, int providers, int rows)
    {
        var request = new SizedRequest(providers, 1, rows);
        var folder = Path.Combine(below, string.Create(CultureInfo.InvariantCulture, $"app-{providers}-{rows}"));
        if (!Directory.Exists(folder))
        {
            var part = folder + ".part";
            if (Directory.Exists(part))
            {
                Directory.Delete(part, recursive: true);
            }

            SizedWriter.Write(request, part);
            Directory.Move(part, folder);
        }

        return new(folder, request.Last);
    }
}
