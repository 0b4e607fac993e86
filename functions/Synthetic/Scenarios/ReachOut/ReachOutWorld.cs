using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Scenarios.ReachOut;

/// <summary>
/// The West Midlands' secure hospitals: four trusts and an independent that submit, hospitals elsewhere that never do.
/// Codes of the four and of commissioners are real; every other name, every site and every postcode is invented.
/// </summary>
static class ReachOutWorld
{
    const string Midlands = "Y60";

    public static Provider Birmingham { get; } = Trust("RXT", "Birmingham and Solihull Mental Health NHS Foundation Trust", "QHL");

    public static Provider MidlandsPartnership { get; } = Trust("RRE", "Midlands Partnership University NHS Foundation Trust", "QNC");

    public static Provider Coventry { get; } = Trust("RYG", "Coventry and Warwickshire Partnership NHS Trust", "QWU");

    public static Provider BlackCountry { get; } = Trust("TAJ", "Black Country Healthcare NHS Foundation Trust", "QUA");

    public static Provider Staunton { get; } = new("NXS", "Staunton House Group", "IND", "QHL", Midlands) { Submits = true };

    /// <summary>Hospitals outside the collaborative that never submit.</summary>
    public static IReadOnlyList<HospitalSite> Elsewhere { get; } =
    [
        new("NXQ01", new("NXQ", "Quarry Bank Hospitals", "IND", null, null), "Quarry Bank", 431000, 434000, HomeArea.SitePostcode("LS", 1)),
        new("NXT01", new("NXT", "Thornfield Group", "IND", null, null), "Thornfield House", 389000, 402000, HomeArea.SitePostcode("BL", 2)),
        new("NXW01", new("NXW", "Westerdale Care", "IND", null, null), "Westerdale", 323000, 125000, HomeArea.SitePostcode("TA", 3)),
    ];

    /// <summary>Trusts outside that send their own people into members' beds.</summary>
    public static IReadOnlyList<Provider> Outsiders { get; } =
    [
        new("RZ2", "Trent Moors Mental Health NHS Trust", "NHS", "QT1", Midlands),
        new("RZ4", "Mersey Dales Mental Health NHS Trust", "NHS", "QYG", "Y62"),
    ];

    public static IReadOnlyList<HomeArea> Region { get; } =
    [
        new("QHL", "Birmingham and Solihull ICB", Midlands, "RXT", 408000, 286000, "BX", "M8"),
        new("QUA", "Black Country ICB", Midlands, "TAJ", 395000, 295000, "WV", "M9"),
        new("QNC", "Staffordshire and Stoke-on-Trent ICB", Midlands, "RRE", 390000, 330000, "ST", "M7"),
        new("QOC", "Shropshire, Telford and Wrekin ICB", Midlands, "RRE", 350000, 312000, "SY", "M6"),
        new("QWU", "Coventry and Warwickshire ICB", Midlands, "RYG", 433000, 279000, "CV", "M5"),
        new("QGH", "Herefordshire and Worcestershire ICB", Midlands, "RXT", 385000, 255000, "WR", "M4"),
    ];

    public static IReadOnlyList<HomeArea> Outside { get; } =
    [
        new("QT1", "Nottingham and Nottinghamshire ICB", Midlands, "RZ2", 458000, 344000, "NG", "C8"),
        new("QYG", "Cheshire and Merseyside ICB", "Y62", "RZ4", 340000, 385000, "CH", "N8"),
    ];

    /// <summary>Wards that are local to the region.</summary>
    public static IReadOnlyList<Ward> Local { get; } =
    [
        Medium(Birmingham, "01", "Reaside Lane", 402000, 278000, "Ash"), Medium(Birmingham, "01", "Reaside Lane", 402000, 278000, "Beech"),
        Low(Birmingham, "02", "Ardenleigh Way", 411000, 291000, "Cedar"), Medium(MidlandsPartnership, "01", "Hatherton Park", 392000, 323000, "Dove"),
        Low(MidlandsPartnership, "01", "Hatherton Park", 392000, 323000, "Eagle"), Low(Coventry, "01", "Caludon Edge", 437000, 280000, "Falcon"),
        Low(BlackCountry, "01", "Penn Fields", 389000, 296000, "Grove"), Medium(Staunton, "01", "Staunton House", 404000, 283000, "Heath"),
        Low(Staunton, "01", "Staunton House", 404000, 283000, "Ivy"), Disability(MidlandsPartnership, "01", "Hatherton Park", 392000, 323000, "Jay"),
        Disability(Birmingham, "02", "Ardenleigh Way", 411000, 291000, "Kite"), Disability(Staunton, "01", "Staunton House", 404000, 283000, "Lime"),
    ];

    /// <summary>Beds of the member that are local to nobody in the region.</summary>
    public static Ward FarAway { get; } = Medium(Staunton, "02", "Staunton North", 477000, 262000, "Moor");

    /// <summary>The same for people with a learning disability or autism.</summary>
    public static Ward FarAwayDisability { get; } = Disability(Staunton, "02", "Staunton North", 477000, 262000, "Nene");

    public static Landscape Landscape { get; } = new(
        [
            Birmingham, MidlandsPartnership, Coventry, BlackCountry, Staunton,
            .. Elsewhere.Select(site => site.Provider), .. Outsiders, new("13Q", "National commissioning hub", "OTH", null, null),
        ],
        [.. Region, .. Outside],
        [.. Local.Append(FarAway).Select(ward => ward.Site).DistinctBy(site => site.Code), .. Elsewhere],
        [.. Local, FarAway, FarAwayDisability],
        [
            new("REACH", "Reach Out: adult secure services of the West Midlands")
            {
                BaselineFrom = new(2017, 3),
                BaselineTo = new(2017, 3),
                Members = [new("RXT", "LEAD"), new("RRE", "MEMBER"), new("RYG", "MEMBER"), new("TAJ", "MEMBER"), new("NXS", "SUBCONTRACTOR")],
                ServiceLines = ["ASE", "LDA"],
                Flow =
                [
                    .. from line in (string[])["ASE", "LDA"]
                       from home in Region
                       from site in Local.Select(ward => ward.Site.Code).Distinct()
                       select new FlowSpec(line, home.Icb, site),
                ],
            },
        ]);

    static Provider Trust(string code, string name, string icb) => new(code, name, "NHS", icb, Midlands) { Submits = true };

    static Ward Medium(Provider provider, string site, string name, int easting, int northing, string ward) =>
        Ward(provider, site, name, easting, northing, ward, "207", 2) with { Service = "NCBPS22S/MS_M_MI" };

    static Ward Low(Provider provider, string site, string name, int easting, int northing, string ward) =>
        Ward(provider, site, name, easting, northing, ward, "206", 1) with { Service = "NCBPS22S/LS_M_MI" };

    // Secure beds for people with a learning disability have the class of other secure beds; the service tells them apart.
    static Ward Disability(Provider provider, string site, string name, int easting, int northing, string ward) =>
        Ward(provider, site, name, easting, northing, ward, "207", 2) with { Service = "NCBPS22S/MS_MG_LD" };

    static Ward Ward(Provider provider, string site, string name, int easting, int northing, string ward, string bedClass, int security)
    {
        var area = site == "02" && provider == Staunton ? "NN" : Region.First(home => home.Icb == provider.Icb).PostcodeArea;
        var place = new HospitalSite(provider.Code + site, provider, name, easting, northing, HomeArea.SitePostcode(area, easting / 1000 + northing / 1000));
        return new(ward.ToUpperInvariant(), place, ward, bedClass, "X", security);
    }
}
