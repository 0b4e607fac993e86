using Homeward.Measures.Catalogue;

namespace Homeward.Measures.Tests.Suppression.Reader;

using Name = (string Measure, string Split);

/// <summary>What kpis.md §3 says adds up.</summary>
static class Sums
{
    static readonly string[] ByClass = ["inappropriate", "appropriate", "unknown"];

    /// <summary>Splits that count people, records or nights.</summary>
    public static IReadOnlySet<Name> Counted { get; } = MeasureCatalogue.All.Where(m => m.Id != "K25")
        .SelectMany(m => m.Splits.Where(s => s.Figure is Figure.Sum or Figure.People && s.Unit != Unit.Gbp).Select(s => (m.Id, s.Name)))
        .ToHashSet();

    /// <summary>Whole and parts; with more, the whole has other parts too.</summary>
    public static IReadOnlyList<(Name Whole, IReadOnlyList<Name> Parts, bool More)> Known { get; } =
    [
        .. from id in (string[])["K01", "K02", "K03", "K04"] select (((Name)(id, "all")), Of(id, ByClass), false),
        (("K03", "all"), Of("K07", "n_0", "n_1_7", "n_8_14", "n_15_30", "n_31_90", "n_91"), false),
        (("K01", "all"), Of("K08", "oap_lt20", "oap_20_49", "oap_50_99", "oap_ge100", "oap_unknown"), false),
        (("K01", "all"), Of("K08", "oap_lt25", "oap_25_49", "oap_50_99", "oap_ge100", "oap_unknown"), false),
        (("K08", "oap_ge100"), Of("K08", "oap_100_199", "oap_200_299", "oap_ge300"), false),
        (("K08", "stay_ge100"), Of("K08", "stay_100_199", "stay_200_299", "stay_ge300"), false),
        (("K11", "spells"), Of("K15", "count"), false),
        (("K11", "journeys"), Of("K15", "journey_count"), false),
        (("K12", "spells"), Of("K16", "count"), false),
        (("K12", "people"), Of("K20", "people_in", "people_out", "people_unknown"), false),
        (("K13", "occupied"), Of("K20", "nights_in", "nights_out", "nights_unknown"), false),
        (("K20", "people_out"), Of("K21", "people"), false),
        (("K20", "nights_out"), Of("K21", "nights"), false),
        (("K04", "all"), Of("K28", "nights"), false),
        (("K27", "received"), Of("K27", "adm", "div", "rej", "wdn", "pnd"), false),
        (("K10", "spells"), Of("K10", "journeys"), true),
        (("K11", "spells"), Of("K11", "journeys"), true),
        (("K12", "spells"), Of("K12", "people"), true),
        (("K12", "people"), Of("K20", "people_inbound"), true),
        (("K13", "occupied"), [("K13", "less_leave"), ("K20", "nights_inbound")], true),
        (("K16", "count"), Of("K16", "count_365"), true),
        (("K01", "all"), Of("K28", "plan_passed", "overdue"), true),
    ];

    /// <summary>Shares of which both sides are told.</summary>
    public static IReadOnlyList<(Name Share, IReadOnlyList<Name> Over, IReadOnlyList<Name> Under)> Shares { get; } =
    [
        (("K05", "pct"), Of("K01", "inappropriate"), Of("K01", "all")),
        (("K06", "pct_bed_days"), Of("K04", "all"), Of("K13", "occupied")),
        (("K06", "pct_admissions"), Of("K02", "all"), Of("K10", "spells")),
        (("K08", "oap_pct_50"), Of("K08", "oap_50_99", "oap_ge100"), Of("K08", "oap_lt20", "oap_20_49", "oap_50_99", "oap_ge100")),
        (("K08", "stay_pct_50"), Of("K08", "stay_50_99", "stay_ge100"), Of("K08", "stay_lt20", "stay_20_49", "stay_50_99", "stay_ge100")),
        (("K18", "share"), Of("K18", "days"), Of("K13", "occupied")),
        (("K20", "pct_out"), Of("K20", "nights_out"), Of("K20", "nights_out", "nights_in")),
        (("K27", "pct_diverted"), Of("K27", "div"), Of("K27", "adm", "div")),
    ];

    static IReadOnlyList<Name> Of(string measure, params string[] splits) => [.. splits.Select(split => (measure, split))];
}
