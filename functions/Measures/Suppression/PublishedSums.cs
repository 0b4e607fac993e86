using Homeward.Measures.Catalogue;

namespace Homeward.Measures.Suppression;

/// <summary>A figure that published figures add up to.</summary>
/// <param name="Whole">Null where it is not published itself.</param>
/// <param name="Partial">There may be more to the whole than its parts.</param>
sealed record PublishedSum(string Name, Split? Whole, IReadOnlyList<Split> Parts, bool Partial);

/// <summary>A share of published figures.</summary>
/// <param name="Denominator">Empty where the other side is not published.</param>
sealed record PublishedShare(Split Split, IReadOnlyList<Split> Numerator, IReadOnlyList<Split> Denominator)
{
    public IEnumerable<Split> Parts => Numerator.Concat(Denominator);
}

/// <summary>What figures of the catalogue add up to, and which shares are made of them.</summary>
static class PublishedSums
{
    /// <summary>Whole = parts; a name in brackets is not published; a part of dots says that there may be more.</summary>
    static readonly string[] Sums =
    [
        "K01 all = K01 inappropriate + K01 appropriate + K01 unknown",
        "K02 all = K02 inappropriate + K02 appropriate + K02 unknown",
        "K03 all = K03 inappropriate + K03 appropriate + K03 unknown",
        "K04 all = K04 inappropriate + K04 appropriate + K04 unknown",
        "K03 all = K07 n_0 + K07 n_1_7 + K07 n_8_14 + K07 n_15_30 + K07 n_31_90 + K07 n_91",
        "K01 all = K08 oap_lt20 + K08 oap_20_49 + K08 oap_50_99 + K08 oap_ge100 + K08 oap_unknown",
        "K01 all = K08 oap_lt25 + K08 oap_25_49 + K08 oap_50_99 + K08 oap_ge100 + K08 oap_unknown",
        "K08 oap_ge100 = K08 oap_100_199 + K08 oap_200_299 + K08 oap_ge300",
        "[stays] = K08 stay_lt20 + K08 stay_20_49 + K08 stay_50_99 + K08 stay_ge100 + K08 stay_unknown",
        "[stays] = K08 stay_lt25 + K08 stay_25_49 + K08 stay_50_99 + K08 stay_ge100 + K08 stay_unknown",
        "K08 stay_ge100 = K08 stay_100_199 + K08 stay_200_299 + K08 stay_ge300",
        "K11 spells = K15 count",
        "K11 journeys = K15 journey_count",
        "K12 spells = K16 count",
        "K12 people = K20 people_in + K20 people_out + K20 people_unknown",
        "K16 count = K16 count_365 + ...",
        "K13 occupied = K20 nights_in + K20 nights_out + K20 nights_unknown",
        "K20 nights_out = K21 nights",
        "K20 people_out = K21 people",
        "K22 actual = K22 actual_block + K22 actual_spot + K22 actual_oap + K22 actual_epc + K22 actual_comm + K22 actual_other",
        "K22 reinvested = K22 actual_reinvest",
        "K22 budget = K22 variance + K22 actual",
        "K22 saving = K22 net_saving + K22 reinvested",
        "[money] = K22 actual + K22 reinvested",
        "[money] = K23 local + K23 not_local + K23 unknown",
        "K27 received = K27 adm + K27 div + K27 rej + K27 wdn + K27 pnd + ...",
        "K04 all = K28 nights",
        "K10 spells = K10 journeys + ...",
        "K11 spells = K11 journeys + ...",
        "K12 spells = K12 people + ...",
        "K13 occupied = K13 less_leave + ...",
        "K13 occupied = K20 nights_inbound + ...",
        "K12 people = K20 people_inbound + ...",
        "K01 all = K28 plan_passed + ...",
        "K01 all = K28 overdue + ...",
    ];

    /// <summary>Share = what it is of; where both sides are published, numerator over denominator.</summary>
    static readonly string[] Shares =
    [
        "K05 pct = K01 inappropriate / K01 all",
        "K06 pct_bed_days = K04 all / K13 occupied",
        "K06 pct_admissions = K02 all / K10 spells",
        "K08 oap_pct_50 = K08 oap_50_99 + K08 oap_ge100 / K08 oap_lt20 + K08 oap_20_49 + K08 oap_50_99 + K08 oap_ge100",
        "K08 stay_pct_50 = K08 stay_50_99 + K08 stay_ge100 / K08 stay_lt20 + K08 stay_20_49 + K08 stay_50_99 + K08 stay_ge100",
        "K09 per_day = K09 total",
        "K09 pct_days = K04 all",
        "K14 occupancy = K13 occupied",
        "K18 share = K18 days / K13 occupied",
        "K20 pct_out = K20 nights_out / K20 nights_out + K20 nights_in",
        "K22 per_bed_day = K22 actual / K13 occupied",
        "K23 pct_local = K23 local / K23 local + K23 not_local",
        "K24 rate = K13 occupied",
        "K27 pct_diverted = K27 div / K27 adm + K27 div",
    ];

    public static IReadOnlyList<PublishedSum> All { get; } = [.. Sums.Select(Parse)];

    /// <summary>By a share's split, what it is made of.</summary>
    public static IReadOnlyDictionary<Split, PublishedShare> OfShares { get; } = Shares.Select(ParseShare).ToDictionary(share => share.Split);

    static PublishedShare ParseShare(string text)
    {
        var sides = text.Split(" = ");
        var made = sides[1].Split(" / ").Select(side => side.Split(" + ").Select(Find).ToArray()).ToArray();
        return new(Find(sides[0]), made[0], made.Length > 1 ? made[1] : []);
    }

    static PublishedSum Parse(string text)
    {
        var sides = text.Split(" = ");
        var parts = sides[1].Split(" + ");
        return new(sides[0], sides[0][0] == '[' ? null : Find(sides[0]), [.. parts.Where(p => p != "...").Select(Find)], parts[^1] == "...");
    }

    static Split Find(string name)
    {
        var words = name.Split(' ');
        return MeasureCatalogue.All.Single(m => m.Id == words[0]).Splits.Single(s => s.Name == words[1]);
    }
}
