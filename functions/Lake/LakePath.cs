using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Homeward.Lake;

/// <summary>The name of one file of a lake, such as <c>curated/beds/period=2025-08/provider=RWR/data.parquet</c>.</summary>
/// <remarks>
/// Names are attacker input: HTTP clients normalise <c>..</c> before they sign a request, and a folder follows it. So a path exists only
/// for a name whose every part matches an allow-list: ASCII letters, digits and <c>_ . = -</c>, not starting with <c>. = -</c> and not
/// ending with a dot. Everything else (<c>..</c>, <c>%2e</c>, backslash, NUL, look-alikes, empty parts) cannot become one.
/// </remarks>
public readonly partial record struct LakePath
{
    const int MaxLength = 900;

    LakePath(Zone zone, string name) => (Zone, Name) = (zone, name);

    public Zone Zone { get; }

    /// <summary>The name within the zone, parts separated by <c>/</c>.</summary>
    public string Name { get; }

    /// <summary>The last part of the name.</summary>
    public string FileName => Name[(Name.LastIndexOf('/') + 1)..];

    /// <exception cref="FormatException">A part is not on the allow-list.</exception>
    public static LakePath Of(Zone zone, params ReadOnlySpan<string> parts) => Of(zone, string.Join('/', parts));

    /// <exception cref="FormatException">A part is not on the allow-list.</exception>
    public static LakePath Of(Zone zone, string name) => IsAllowed(name)
        ? new LakePath(zone, name)
        : throw new FormatException($"'{Shown(name)}' cannot be a name in {zone.Name()}: each part is made of letters, digits, '_', '.', '=' and '-', and starts with a letter, a digit or '_'.");

    /// <summary>Reads <c>{zone}/{name}</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out LakePath path)
    {
        path = default;
        var slash = text?.IndexOf('/') ?? -1;
        if (slash < 0 || !Zones.TryParse(text.AsSpan(0, slash), out var zone) || !IsAllowed(text![(slash + 1)..]))
        {
            return false;
        }

        path = new LakePath(zone, text[(slash + 1)..]);
        return true;
    }

    /// <exception cref="FormatException">Not a zone and an allowed name.</exception>
    public static LakePath Parse(string text) => TryParse(text, out var path)
        ? path
        : throw new FormatException($"'{Shown(text)}' is not a lake path: expected a zone such as marts, '/', and an allowed name.");

    public override string ToString() => $"{Zone.Name()}/{Name}";

    internal static bool IsAllowed(string name) => name.Length <= MaxLength && AllowedName().IsMatch(name);

    /// <summary>A hostile name may hold control characters: they never reach a terminal or a log.</summary>
    static string Shown(string name) =>
        string.Concat(name.Take(80).Select(c => c is >= ' ' and <= '~' ? c : '?')) + (name.Length > 80 ? "…" : "");

    [GeneratedRegex(@"\A[A-Za-z0-9_](?:[A-Za-z0-9_.=-]{0,198}[A-Za-z0-9_=-])?(?:/[A-Za-z0-9_](?:[A-Za-z0-9_.=-]{0,198}[A-Za-z0-9_=-])?)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex AllowedName();
}
