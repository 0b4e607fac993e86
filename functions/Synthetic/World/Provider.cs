namespace Homeward.Synthetic.World;

/// <param name="Kind">As in organisations.csv: NHS, IND, ICB, OTH.</param>
sealed record Provider(string Code, string Name, string Kind, string? Icb, string? Region)
{
    /// <summary>It sends a submission every month.</summary>
    public bool Submits { get; init; }
}

sealed record HospitalSite(string Code, Provider Provider, string Name, int Easting, int Northing, string Postcode);

/// <param name="BedClass">v6 code.</param>
/// <param name="Sex">M, F or X.</param>
/// <param name="Security">0 none to 3 high.</param>
sealed record Ward(string Code, HospitalSite Site, string Name, string BedClass, string Sex, int Security)
{
    /// <summary>Specialised service code of its stays; null where they carry none.</summary>
    public string? Service { get; init; }

    public Provider Provider => Site.Provider;
}
