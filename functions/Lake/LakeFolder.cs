namespace Homeward.Lake;

/// <summary>A folder of a lake: a zone, or a part of it. What can be listed.</summary>
public readonly record struct LakeFolder
{
    LakeFolder(Zone zone, string name) => (Zone, Name) = (zone, name);

    public Zone Zone { get; }

    /// <summary>The name within the zone without a closing slash; empty for the whole zone.</summary>
    public string Name { get; }

    /// <summary>How names below it start.</summary>
    public string Prefix => Name.Length == 0 ? "" : Name + "/";

    /// <summary>The whole zone.</summary>
    public static LakeFolder Of(Zone zone) => new(zone, "");

    /// <exception cref="FormatException">A part is not on the allow-list of <see cref="LakePath"/>.</exception>
    public static LakeFolder Of(Zone zone, params ReadOnlySpan<string> parts) => new(zone, LakePath.Of(zone, parts).Name);

    /// <exception cref="FormatException">The name is not on the allow-list of <see cref="LakePath"/>.</exception>
    public LakePath File(string name) => LakePath.Of(Zone, Prefix + name);

    public override string ToString() => $"{Zone.Name()}/{Prefix}";
}
