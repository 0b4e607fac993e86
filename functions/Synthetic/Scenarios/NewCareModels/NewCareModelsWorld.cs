using Homeward.Columns;
using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Scenarios.NewCareModels;

/// <summary>Fourteen sites, six of them from the start. Every name, code, site and postcode is invented.</summary>
static class NewCareModelsWorld
{
    /// <summary>Six sites that took over in April 2017, eight that followed in 2018.</summary>
    public static IReadOnlyList<CareSite> Sites { get; } =
    [
        new(1, "CYP", null, 24, 44, 16), new(2, "CYP", null, 20, 36, 14),
        new(3, "ASE", null, 42, 30, 21), new(4, "ASE", null, 40, 26, 18), new(5, "ASE", null, 38, 24, 17),
        new(6, "AED", null, 60, 40, 16),
        Later(7, "CYP", 4), Later(8, "ASE", 4), Later(9, "AED", 4), Later(10, "CYP", 6), Later(11, "ASE", 6),
        Later(12, "CYP", 9), Later(13, "AED", 10), Later(14, "CYP", 11),
    ];

    public static IReadOnlyList<HospitalSite> Elsewhere { get; } =
    [
        new("NXQ01", new("NXQ", "Quarry Bank Hospitals", "IND", null, null), "Quarry Bank", 431000, 434000, HomeArea.SitePostcode("LS", 1)),
        new("NXT01", new("NXT", "Thornfield Group", "IND", null, null), "Thornfield House", 389000, 402000, HomeArea.SitePostcode("BL", 2)),
        new("NXV01", new("NXV", "Valley Head Hospitals", "IND", null, null), "Valley Head", 425000, 565000, HomeArea.SitePostcode("NE", 3)),
    ];

    public static HomeArea Outside { get; } = new("QZZ", "Area Z commissioners", "Y63", "RZ9", 440_000, 520_000, "ZZ", "ZY");

    public static Provider TrustOf(CareSite site) => new(site.Home.LocalProvider, $"{site.Home.Name[..6]} Mental Health NHS Trust", "NHS", site.Home.Icb, "Y58")
    {
        Submits = true,
    };

    /// <summary>Works for the first site; one of its hospitals is local to nobody.</summary>
    public static Provider Greenacre { get; } = new("NXG", "Greenacre Hospitals", "IND", "QAA", "Y58") { Submits = true };

    public static Ward FarAway { get; } =
        new("GFAR", new("NXG02", Greenacre, "Greenacre North", 410_000, 460_000, HomeArea.SitePostcode("BD", 4)), "Greenacre North", "301", "X", 0);

    public static IReadOnlyDictionary<CareSite, Ward> LocalWards { get; } = Sites.ToDictionary(site => site, LocalWard);

    public static Landscape Landscape { get; } = new(
        [
            .. Sites.Select(TrustOf), Greenacre, .. Elsewhere.Select(site => site.Provider),
            new("RZ9", "Northern Fells Mental Health NHS Trust", "NHS", "QZZ", "Y63"),
        ],
        [.. Sites.Select(site => site.Home), Outside],
        [.. LocalWards.Values.Append(FarAway).Select(ward => ward.Site), .. Elsewhere],
        [.. LocalWards.Values, FarAway],
        [.. Sites.Select(Collaborative)]);

    static CareSite Later(int number, string line, int month) => new(number, line, new Month(2018, month), 10, 3, 3);

    static Ward LocalWard(CareSite site)
    {
        var trust = TrustOf(site);
        var place = new HospitalSite(
            trust.Code + "01", trust, $"{trust.Name}, main site", site.Home.Easting + 3_000, site.Home.Northing + 2_000, HomeArea.SitePostcode(site.Home.PostcodeArea, 0));
        return new("MAIN", place, "Main ward", site.BedClass, "X", site.Line == "ASE" ? 1 : 0);
    }

    static CollaborativeSpec Collaborative(CareSite site)
    {
        var from = site.Live?.FirstDay;
        var first = site.Live is null;
        return new(site.Code, $"New care model {site.Number}")
        {
            BaselineFrom = first ? NewCareModelsStory.First : null,
            BaselineTo = first ? NewCareModelsStory.BaselineTo : null,
            Members =
            [
                new(site.Home.LocalProvider, "LEAD", from),
                .. site.Number == 1 ? (MemberSpec[])[new(Greenacre.Code, "SUBCONTRACTOR")] : [],
            ],
            ServiceLines = [site.Line],
            Flow = [new(site.Line, site.Home.Icb, site.Home.LocalProvider + "01", from)],
        };
    }
}
