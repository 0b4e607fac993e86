using System.Globalization;

namespace Homeward.Synthetic.World;

/// <summary>Where people live: one commissioner's area, with invented postcodes and practices around a centre.</summary>
/// <param name="Icb">Code of the commissioner that the home belongs to.</param>
/// <param name="LocalProvider">The trust that serves the area.</param>
/// <param name="PostcodeArea">Letters of its postcodes.</param>
/// <param name="PracticeStem">First two characters of its practices' codes.</param>
sealed record HomeArea(
    string Icb, string Name, string Region, string LocalProvider, int Easting, int Northing, string PostcodeArea, string PracticeStem)
{
    const int PlaceCount = 40;
    const int PracticeCount = 6;

    // Letters that no real postcode has after the space.
    const string InventedLetters = "CIKMOV";

    public IReadOnlyList<HomePlace> Places { get; } = [.. Enumerable.Range(0, PlaceCount).Select(i => Place(i, Icb, PostcodeArea, Easting, Northing))];

    public IReadOnlyList<string> Practices { get; } =
        [.. Enumerable.Range(1, PracticeCount).Select(i => string.Create(CultureInfo.InvariantCulture, $"{PracticeStem}{i:0000}"))];

    /// <summary>A postcode that stands for a hospital and that nobody lives in.</summary>
    public static string SitePostcode(string area, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{area}9 {1 + index / 36 % 9}{InventedLetters[index % 6]}{InventedLetters[index / 6 % 6]}");

    static HomePlace Place(int i, string icb, string postcodeArea, int easting, int northing)
    {
        var postcode = string.Create(
            CultureInfo.InvariantCulture, $"{postcodeArea}{1 + i % 8} {1 + i / 8 % 9}{InventedLetters[i % 6]}{InventedLetters[i * 5 % 6]}");
        var (east, north) = ((i * 37 % 41 - 20) * 900, (i * 23 % 41 - 20) * 900);
        var lsoa = string.Create(CultureInfo.InvariantCulture, $"E0199{Math.Abs(easting / 1000 + i * 7) % 10}{i:000}");
        return new(postcode, easting + east, northing + north, lsoa, icb, 1 + i * 3 % 10);
    }
}

/// <param name="Imd">Index of Multiple Deprivation decile.</param>
sealed record HomePlace(string Postcode, int Easting, int Northing, string Lsoa, string Icb, int Imd);
