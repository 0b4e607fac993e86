namespace Homeward.Reference;

public enum OrganisationKind
{
    /// <summary>NHS trust or foundation trust.</summary>
    Nhs,

    /// <summary>Independent sector.</summary>
    Independent,

    /// <summary>Integrated care board.</summary>
    Icb,

    Other,
}

/// <param name="Icb">The ICB that it lies in; null where unknown.</param>
/// <param name="Region">NHS England region code, such as Y61; null where unknown.</param>
public sealed record Organisation(string Code, string Name, OrganisationKind Kind, string? Icb, string? Region, Effective Effective);

/// <param name="Easting">Metres on the British National Grid; null where unknown.</param>
/// <param name="Northing">Metres on the British National Grid; null where unknown.</param>
/// <param name="Postcode">Normalised: upper case, one space before the last three characters; null where unknown.</param>
public sealed record Site(string Code, string Organisation, string Name, int? Easting, int? Northing, string? Postcode, Effective Effective);

/// <summary>What the reference data knows of a postcode.</summary>
/// <param name="ImdDecile">Index of Multiple Deprivation decile, 1 (most deprived) to 10.</param>
public sealed record Place(string Postcode, int? Easting, int? Northing, string? Lsoa, string? Icb, int? ImdDecile);

public sealed record Practice(string Code, string Icb, Effective Effective);
