using System.Globalization;
using Homeward.Columns;
using Homeward.Synthetic.Sized;

namespace Homeward.Benchmarks.Data;

/// <summary>A country's submissions as <c>homeward synth</c> writes them: 70 providers, 24 months.</summary>
/// <param name="Folder">Holds <c>landing/</c> and <c>reference/</c>.</param>
sealed record NationalRegion(string Folder, SizedRequest Request)
{
    const int Providers = 70;
    const int Months = 24;

    public string Landing => Path.Combine(Folder, "landing");

    public long WardStays => (long)Request.Providers * Request.Months * Request.Rows;

    public Month Last => Request.Last;

    /// <summary>Bytes of every file that was landed.</summary>
    public long Bytes => new DirectoryInfo(Landing).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    /// <summary>Makes the region below a folder unless it is there already; one that was begun and not finished is made again.</summary>
    /// <param name="wardStays">At least so many ward stays in all.</param>
    public static NationalRegion Make(string below, int wardStays)
    {
        var request = new SizedRequest(Providers, Months, Math.Max(SizedRequest.FewestRows, (wardStays + Providers * Months - 1) / (Providers * Months)));
        var folder = Path.Combine(below, string.Create(CultureInfo.InvariantCulture, $"national-{request.Rows}"));
        if (!Directory.Exists(folder))
        {
            var part = folder + ".part";
            if (Directory.Exists(part))
            {
                Directory.Delete(part, recursive: true);
            }

            Console.WriteLine($"Making {folder}: takes a minute or two, once.");
            SizedWriter.Write(request, part);
            Directory.Move(part, folder);
        }

        return new(folder, request);
    }
}
