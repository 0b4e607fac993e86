using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Scenarios.Arden;

/// <summary>
/// Three commissioners, the trust that serves them, an independent that works for it, and hospitals elsewhere that never submit.
/// Codes of the trust and of the commissioners are real; every other name, every site and every postcode is invented.
/// </summary>
static class ArdenWorld
{
    const string Midlands = "Y60";

    public static Provider Trust { get; } = new("RYG", "Coventry and Warwickshire Partnership NHS Trust", "NHS", "05A", Midlands) { Submits = true };

    public static Provider Elmdon { get; } = new("NXE", "Elmdon Care", "IND", "05H", Midlands) { Submits = true };

    public static IReadOnlyList<HomeArea> Commissioners { get; } =
    [
        new("05A", "Coventry and Rugby Commissioning Group", Midlands, "RYG", 434000, 279000, "CV", "M8"),
        new("05R", "South Warwickshire Commissioning Group", Midlands, "RYG", 428000, 264000, "LW", "M7"),
        new("05H", "Warwickshire North Commissioning Group", Midlands, "RYG", 436000, 292000, "NU", "M6"),
    ];

    public static HomeArea Outside { get; } = new("04K", "Nottingham City Commissioning Group", Midlands, "RZ2", 458000, 344000, "NG", "C8");

    public static IReadOnlyList<HospitalSite> Elsewhere { get; } =
    [
        new("NXQ01", new("NXQ", "Quarry Bank Hospitals", "IND", null, null), "Quarry Bank", 431000, 434000, HomeArea.SitePostcode("LS", 1)),
        new("NXT01", new("NXT", "Thornfield Group", "IND", null, null), "Thornfield House", 389000, 402000, HomeArea.SitePostcode("BL", 2)),
        new("NXW01", new("NXW", "Westerdale Care", "IND", null, null), "Westerdale", 323000, 125000, HomeArea.SitePostcode("TA", 3)),
    ];

    /// <summary>Wards that are local, by service line.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Ward>> Local { get; } = new Dictionary<string, IReadOnlyList<Ward>>
    {
        ["REH"] = [Ward("Arbury", Trust, "01", 433000, 280000, "212"), Ward("Brinklow", Elmdon, "01", 441000, 288000, "212")],
        ["OAC"] = [Ward("Compton", Trust, "02", 429000, 265000, "201")],
        ["LDA"] = [Ward("Dunsmore", Trust, "01", 433000, 280000, "205")],
    };

    /// <summary>Beds of the member that are local to nobody here, by service line.</summary>
    public static IReadOnlyDictionary<string, Ward> FarAway { get; } = new Dictionary<string, Ward>
    {
        ["REH"] = Ward("Exmoor", Elmdon, "02", 285000, 141000, "212"),
        ["OAC"] = Ward("Farne", Elmdon, "02", 285000, 141000, "201"),
        ["LDA"] = Ward("Gower", Elmdon, "02", 285000, 141000, "205"),
    };

    public static IEnumerable<Ward> Wards => Local.Values.SelectMany(wards => wards).Concat(FarAway.Values);

    public static Landscape Landscape { get; } = new(
        [
            Trust, Elmdon, .. Elsewhere.Select(site => site.Provider), new("RZ2", "Trent Moors Mental Health NHS Trust", "NHS", "04K", Midlands),
        ],
        [.. Commissioners, Outside],
        [.. Wards.Select(ward => ward.Site).DistinctBy(site => site.Code), .. Elsewhere],
        [.. Wards],
        [
            new("ARDEN", "Arden: bringing people back from placements far away")
            {
                BaselineFrom = ArdenStory.First,
                BaselineTo = ArdenStory.BaselineTo,
                Members = [new("RYG", "LEAD"), new("NXE", "SUBCONTRACTOR")],
                ServiceLines = [.. Local.Keys],
                Flow =
                [
                    .. from line in Local.Keys
                       from home in Commissioners
                       from site in (string[])["RYG01", "RYG02", "NXE01"]
                       select new FlowSpec(line, home.Icb, site),
                ],
            },
        ]);

    static Ward Ward(string name, Provider provider, string number, int easting, int northing, string bedClass)
    {
        var area = number == "02" && provider == Elmdon ? "EX" : Commissioners.First(home => home.Icb == provider.Icb).PostcodeArea;
        var site = new HospitalSite(
            provider.Code + number, provider, $"{provider.Name}, site {number}", easting, northing, HomeArea.SitePostcode(area, easting / 1000 + northing / 1000));
        return new(name.ToUpperInvariant(), site, name, bedClass, "X", 0);
    }
}
