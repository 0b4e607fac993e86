namespace Homeward.Reference;

/// <summary>Distance from home as the national data set derives it (domain.md §11).</summary>
public static class Distance
{
    /// <summary>
    /// The straight line between two points of the British National Grid in whole kilometres: metres ÷ 1000, rounded once, half to even.
    /// </summary>
    public static int Km(int easting1, int northing1, int easting2, int northing2)
    {
        var east = (double)easting1 - easting2;
        var north = (double)northing1 - northing2;
        return (int)Math.Round(Math.Sqrt(east * east + north * north) / 1000, MidpointRounding.ToEven);
    }

    /// <summary>As above; null where a coordinate is missing, never 0.</summary>
    public static int? Km(int? easting1, int? northing1, int? easting2, int? northing2) =>
        easting1 is { } e1 && northing1 is { } n1 && easting2 is { } e2 && northing2 is { } n2 ? Km(e1, n1, e2, n2) : null;
}
