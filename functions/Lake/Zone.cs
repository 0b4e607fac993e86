namespace Homeward.Lake;

/// <summary>The parts of a lake, each with its own readers: a container in Azure, a folder on a laptop.</summary>
public enum Zone
{
    /// <summary>What providers uploaded, as sent. The only place with NHS numbers.</summary>
    Landing,

    /// <summary>Accepted data, pseudonymised.</summary>
    Curated,

    /// <summary>The answer to each provider.</summary>
    Feedback,

    /// <summary>Suppressed figures.</summary>
    Marts,

    /// <summary>Exact figures, and the runs that made them.</summary>
    Restricted,

    /// <summary>Files in the national layout.</summary>
    Published,

    /// <summary>Worklists of case managers.</summary>
    Casework,

    /// <summary>What the deployment knows of the world.</summary>
    Reference,
}

static class Zones
{
    static readonly (Zone Zone, string Name)[] All =
        [.. Enum.GetValues<Zone>().Select(zone => (zone, zone.ToString().ToLowerInvariant()))];

    public static string Name(this Zone zone) => All[(int)zone].Name;

    public static bool TryParse(ReadOnlySpan<char> name, out Zone zone)
    {
        foreach (var (candidate, text) in All)
        {
            if (name.SequenceEqual(text))
            {
                zone = candidate;
                return true;
            }
        }

        zone = default;
        return false;
    }
}
