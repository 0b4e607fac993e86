using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Scenarios.EastOfEngland;

/// <summary>
/// The region: six NHS providers and two independents that submit, three hospitals that never do, and trusts outside that send people in.
/// Codes of the six and of commissioners are real; every other name, every site and every postcode is invented.
/// </summary>
static class EastOfEnglandWorld
{
    const string East = "Y61";

    public static Provider Hertfordshire { get; } = Trust("RWR", "Hertfordshire Partnership University NHS Foundation Trust", "QM7");

    public static Provider Essex { get; } = Trust("R1L", "Essex Partnership University NHS Foundation Trust", "QH8");

    public static Provider NorfolkSuffolk { get; } = Trust("RMY", "Norfolk and Suffolk NHS Foundation Trust", "QMM");

    public static Provider Cambridgeshire { get; } = Trust("RT1", "Cambridgeshire and Peterborough NHS Foundation Trust", "QUE");

    public static Provider EastLondon { get; } = Trust("RWK", "East London NHS Foundation Trust", "QHG");

    public static Provider NorfolkCommunity { get; } = Trust("RY3", "Norfolk Community Health and Care NHS Trust", "QMM");

    public static Provider Fenside { get; } = new("NXF", "Fenside Young People's Hospitals", "IND", "QUE", East) { Submits = true };

    public static Provider Meadowgate { get; } = new("NXM", "Meadowgate Care", "IND", "QGH", "Y60") { Submits = true };

    /// <summary>Hospitals outside the collaborative that never submit.</summary>
    public static IReadOnlyList<HospitalSite> Elsewhere { get; } =
    [
        new("NXQ01", new("NXQ", "Quarry Bank Hospitals", "IND", "QWO", "Y63"), "Quarry Bank", 431000, 434000, HomeArea.SitePostcode("LS", 1)),
        new("NXT01", new("NXT", "Thornfield Group", "IND", "QOP", "Y62"), "Thornfield House", 389000, 402000, HomeArea.SitePostcode("BL", 2)),
        new("NXW01", new("NXW", "Westerdale Care", "IND", "QSL", "Y58"), "Westerdale", 323000, 125000, HomeArea.SitePostcode("TA", 3)),
    ];

    /// <summary>Trusts outside that send their own people into members' beds.</summary>
    public static IReadOnlyList<Provider> Outsiders { get; } =
    [
        new("RZ1", "Kentish Vale Mental Health NHS Trust", "NHS", "QKS", "Y59"),
        new("RZ2", "Trent Moors Mental Health NHS Trust", "NHS", "QT1", "Y60"),
    ];

    public static IReadOnlyList<HomeArea> Region { get; } =
    [
        new("QM7", "Hertfordshire and West Essex ICB", East, "RWR", 523000, 208000, "AL", "E8"),
        new("QH8", "Mid and South Essex ICB", East, "R1L", 571000, 207000, "CM", "F8"),
        new("QJG", "Suffolk and North East Essex ICB", East, "RMY", 616000, 244000, "IP", "D8"),
        new("QMM", "Norfolk and Waveney ICB", East, "RMY", 623000, 308000, "NR", "D7"),
        new("QUE", "Cambridgeshire and Peterborough ICB", East, "RT1", 545000, 258000, "CB", "D6"),
        new("QHG", "Bedfordshire, Luton and Milton Keynes ICB", East, "RWK", 505000, 249000, "MK", "E9"),
    ];

    public static IReadOnlyList<HomeArea> Outside { get; } =
    [
        new("QKS", "Kent and Medway ICB", "Y59", "RZ1", 576000, 155000, "ME", "G8"),
        new("QT1", "Nottingham and Nottinghamshire ICB", "Y60", "RZ2", 458000, 344000, "NG", "C8"),
    ];

    /// <summary>A member's ward for adults: no service of this collaborative.</summary>
    public static Ward AdultAcute { get; } =
        new("ADULT", Site(Hertfordshire, "50", "Colne House", 521000, 209000), "Colne", "200", "X", 0);

    public static IReadOnlyList<Ward> Wards { get; } =
    [
        General(Hertfordshire, "01", "Forest Lane", 522000, 203000, "Alder"), Intensive(Hertfordshire, "01", "Forest Lane", 522000, 203000, "Birch"),
        General(Essex, "02", "Marsh House", 575000, 205000, "Coral"), Intensive(Essex, "02", "Marsh House", 575000, 205000, "Dune"),
        General(NorfolkSuffolk, "03", "Broadland", 654000, 292000, "Elm"),
        General(Cambridgeshire, "04", "Ida Court", 548000, 255000, "Fern"), Eating(Cambridgeshire, "04", "Ida Court", 548000, 255000, "Gorse"),
        General(EastLondon, "05", "Lea Rise", 509000, 222000, "Hazel"),
        Eating(NorfolkCommunity, "06", "Yare Lodge", 624000, 309000, "Iris"),
        General(Fenside, "01", "Fenside", 531000, 292000, "Juniper"), LowSecure(Fenside, "01", "Fenside", 531000, 292000, "Kestrel"),
        General(Meadowgate, "01", "Meadowgate Ely", 554000, 280000, "Lark"), General(Meadowgate, "02", "Meadowgate Malvern", 378000, 246000, "Maple"),
        AdultAcute,
    ];

    /// <summary>A member's ward that is local to nobody in the region.</summary>
    public static Ward FarAway { get; } = Wards.Single(ward => ward.Site.Code == "NXM02");

    /// <summary>A ward in a hospital that never submits: known from the sender's list only.</summary>
    public static Ward WardElsewhere(HospitalSite site, string bedClass) => new("?", site, "?", bedClass, "X", 0);

    public static Landscape Landscape { get; } = new(
        [
            Hertfordshire, Essex, NorfolkSuffolk, Cambridgeshire, EastLondon, NorfolkCommunity, Fenside, Meadowgate,
            .. Elsewhere.Select(site => site.Provider), .. Outsiders,
            new("13Q", "National commissioning hub", "OTH", null, null),
            new("QGH", "Herefordshire and Worcestershire ICB", "ICB", "QGH", "Y60"), new("QWO", "West Yorkshire ICB", "ICB", "QWO", "Y63"),
            new("QOP", "Greater Manchester ICB", "ICB", "QOP", "Y62"), new("QSL", "Somerset ICB", "ICB", "QSL", "Y58"),
        ],
        [.. Region, .. Outside],
        [.. Wards.Select(ward => ward.Site).DistinctBy(site => site.Code), .. Elsewhere],
        Wards,
        [Collaborative()]);

    static CollaborativeSpec Collaborative() => new("EOE", "East of England Provider Collaborative: children and young people")
    {
        Members =
        [
            new("RWR", "LEAD"), new("R1L", "MEMBER"), new("RMY", "MEMBER"), new("RT1", "MEMBER"), new("RWK", "MEMBER"), new("RY3", "MEMBER"),
            new("NXF", "SUBCONTRACTOR"), new("NXM", "SUBCONTRACTOR"),
        ],
        ServiceLines = ["CYP"],
        BaselineFrom = EastOfEnglandStory.First,
        BaselineTo = EastOfEnglandStory.First + 11,
        Flow =
        [
            .. from home in Region
               from site in Wards.Where(ward => ward != FarAway && ward != AdultAcute).Select(ward => ward.Site.Code).Distinct()
               select new FlowSpec("CYP", home.Icb, site),
        ],
    };

    static Provider Trust(string code, string name, string icb) => new(code, name, "NHS", icb, East) { Submits = true };

    static HospitalSite Site(Provider provider, string number, string name, int easting, int northing)
    {
        var area = provider.Icb is "QGH" ? "WR" : Region.First(home => home.Icb == provider.Icb).PostcodeArea;
        return new(provider.Code + number, provider, name, easting, northing, HomeArea.SitePostcode(area, easting / 1000 + northing / 1000));
    }

    static Ward General(Provider provider, string site, string name, int easting, int northing, string ward) =>
        Ward(provider, site, name, easting, northing, ward, "301", 0);

    static Ward Intensive(Provider provider, string site, string name, int easting, int northing, string ward) =>
        Ward(provider, site, name, easting, northing, ward, "309", 1);

    static Ward Eating(Provider provider, string site, string name, int easting, int northing, string ward) =>
        Ward(provider, site, name, easting, northing, ward, "302", 0);

    static Ward LowSecure(Provider provider, string site, string name, int easting, int northing, string ward) =>
        Ward(provider, site, name, easting, northing, ward, "303", 1);

    static Ward Ward(Provider provider, string site, string name, int easting, int northing, string ward, string bedClass, int security) =>
        new(ward.ToUpperInvariant(), Site(provider, site, name, easting, northing), ward, bedClass, "X", security);
}
