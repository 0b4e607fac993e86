using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Scenarios.NorthWestLondon;

/// <summary>
/// Two trusts that hold the budget for one area's children and young people, an independent that works for them, and hospitals that never submit.
/// Codes of the two and of commissioners are real; every other name, every site and every postcode is invented.
/// </summary>
static class NorthWestLondonWorld
{
    const string London = "Y56";

    public static Provider Central { get; } = new("RV3", "Central and North West London NHS Foundation Trust", "NHS", "QRV", London) { Submits = true };

    public static Provider West { get; } = new("RKL", "West London NHS Trust", "NHS", "QRV", London) { Submits = true };

    public static Provider Jubilee { get; } = new("NXJ", "Jubilee Court Hospitals", "IND", "QRV", London) { Submits = true };

    public static HomeArea Home { get; } = new("QRV", "North West London ICB", London, "RV3", 517000, 183000, "HA", "E7");

    public static IReadOnlyList<HomeArea> Outside { get; } =
    [
        new("QMJ", "North Central London ICB", London, "RZ5", 530000, 188000, "NW", "F7"),
        new("QKK", "South East London ICB", London, "RZ6", 538000, 174000, "SE", "G7"),
    ];

    public static IReadOnlyList<HospitalSite> Elsewhere { get; } =
    [
        new("NXQ01", new("NXQ", "Quarry Bank Hospitals", "IND", null, null), "Quarry Bank", 431000, 434000, HomeArea.SitePostcode("LS", 1)),
        new("NXT01", new("NXT", "Thornfield Group", "IND", null, null), "Thornfield House", 389000, 402000, HomeArea.SitePostcode("BL", 2)),
    ];

    /// <summary>Wards that are local.</summary>
    public static IReadOnlyList<Ward> Local { get; } =
    [
        new("AMBER", Site(Central, "01", "Collingham Way", 525000, 179000, "HA"), "Amber", "301", "X", 0),
        new("BLUE", Site(West, "01", "Wells Lane", 515000, 180000, "HA"), "Blue", "301", "X", 0),
        new("CORAL", Site(Jubilee, "01", "Jubilee Court", 520000, 186000, "HA"), "Coral", "301", "X", 0),
    ];

    /// <summary>Beds of the member that are local to nobody here.</summary>
    public static Ward FarAway { get; } = new("DELTA", Site(Jubilee, "02", "Jubilee Broads", 630000, 310000, "NR"), "Delta", "301", "X", 0);

    public static Landscape Landscape { get; } = new(
        [
            Central, West, Jubilee, .. Elsewhere.Select(site => site.Provider),
            new("RZ5", "Camden Heights Mental Health NHS Trust", "NHS", "QMJ", London), new("RZ6", "Oxlea Mental Health NHS Trust", "NHS", "QKK", London),
            new("13R", "National commissioning hub, London", "OTH", null, null),
        ],
        [Home, .. Outside],
        [.. Local.Append(FarAway).Select(ward => ward.Site), .. Elsewhere],
        [.. Local, FarAway],
        [
            new("NWL", "North West London: children and young people")
            {
                BaselineFrom = NorthWestLondonStory.First,
                BaselineTo = NorthWestLondonStory.BaselineTo,
                Members = [new("RV3", "LEAD"), new("RKL", "MEMBER"), new("NXJ", "SUBCONTRACTOR")],
                ServiceLines = ["CYP"],
                Flow = [.. Local.Select(ward => new FlowSpec("CYP", Home.Icb, ward.Site.Code))],
                Budgets = [.. Enumerable.Range(2016, 5).Select(year => new BudgetSpec("CYP", "13R", $"{year}/{year % 100 + 1}", 9_000_000))],
            },
        ]);

    static HospitalSite Site(Provider provider, string number, string name, int easting, int northing, string area) =>
        new(provider.Code + number, provider, name, easting, northing, HomeArea.SitePostcode(area, easting / 1000 + northing / 1000));
}
