using Homeward.Columns;
using Homeward.Measures.Tests.Told;
using Homeward.Reference;

namespace Homeward.Measures.Tests.Naive;

/// <summary>kpis.md §3, "Rows": contributions become figures, per collaborative and for the programme.</summary>
sealed class NaiveRows(ReferenceData reference, Month period, IReadOnlyList<NaiveWindow> windows)
{
    sealed record Shape(string Measure, string[] Splits, string Windows, string Lenses = "people", bool Scoped = false, string Kind = "sum");

    static readonly string[] ByClass = ["all", "inappropriate", "appropriate", "unknown"];

    static readonly string[] Distances = ["lt20", "20_49", "lt25", "25_49", "50_99", "ge100", "100_199", "200_299", "ge300", "unknown"];

    static readonly string[] Categories = ["block", "spot", "oap", "epc", "comm", "reinvest", "other"];

    static readonly string[] Sums = ["actual", "budget", "variance", "saving", "reinvested", "net_saving", "recurrent"];

    static readonly Shape[] Shapes =
    [
        new("K01", ByClass, "M", Scoped: true),
        new("K02", ByClass, "M R3 R12 FY SB", Scoped: true),
        new("K03", ByClass, "M R3 R12 FY SB", Scoped: true),
        new("K04", ByClass, "M R3 R12 FY SB", Scoped: true),
        new("K05", ["pct"], "M", Scoped: true, Kind: "pct"),
        new("K06", ["pct_bed_days", "pct_admissions"], "M R3 R12 FY", Kind: "pct"),
        new("K07", ["n_0", "n_1_7", "n_8_14", "n_15_30", "n_31_90", "n_91"], "M R3 R12 FY"),
        new("K07", ["mean"], "M R3 R12 FY", Kind: "mean"),
        new("K07", ["median"], "M R3 R12 FY", Kind: "median"),
        new("K08", [.. Distances.Select(d => "oap_" + d), .. Distances.Select(d => "stay_" + d)], "M"),
        new("K08", ["oap_mean", "stay_mean"], "M", Kind: "mean"),
        new("K08", ["oap_median", "stay_median"], "M", Kind: "median"),
        new("K08", ["oap_pct_50", "stay_pct_50"], "M", Kind: "pct"),
        new("K09", ["total"], "M R3 R12 FY", Kind: "money"),
        new("K09", ["per_day"], "M R3 R12 FY", Kind: "mean"),
        new("K09", ["q1_rate"], "M R3 R12 FY", Kind: "q1"),
        new("K09", ["q3_rate"], "M R3 R12 FY", Kind: "q3"),
        new("K09", ["pct_days"], "M R3 R12 FY", Kind: "pct"),
        new("K10", ["journeys"], "M R3 R12 FY SB"),
        new("K11", ["journeys"], "M R3 R12 FY SB"),
        new("K14", ["occupancy", "closed"], "M R3 R12 FY", "beds", Kind: "pct"),
        new("K15", ["count"], "M R3 R12 FY", "people beds"),
        new("K15", ["mean"], "M R3 R12 FY", "people beds", Kind: "mean"),
        new("K15", ["median"], "M R3 R12 FY", "people beds", Kind: "median"),
        new("K15", ["pct_60", "pct_90"], "M R3 R12 FY", "people beds", Kind: "pct"),
        new("K15", ["journey_count"], "M R3 R12 FY"),
        new("K15", ["journey_mean"], "M R3 R12 FY", Kind: "mean"),
        new("K15", ["journey_median"], "M R3 R12 FY", Kind: "median"),
        new("K15", ["journey_pct_60", "journey_pct_90"], "M R3 R12 FY", Kind: "pct"),
        new("K16", ["count", "count_365"], "M", "people beds"),
        new("K16", ["mean"], "M", "people beds", Kind: "mean"),
        new("K16", ["median"], "M", "people beds", Kind: "median"),
        new("K10", ["spells"], "M R3 R12 FY SB", "people beds"),
        new("K11", ["spells"], "M R3 R12 FY SB", "people beds"),
        new("K12", ["people"], "M", "people beds", Kind: "people"),
        new("K12", ["spells"], "M", "people beds"),
        new("K13", ["occupied", "less_leave"], "M R3 R12 FY", "people beds"),
        new("K20", ["people_in", "people_out", "people_unknown"], "M", "people beds", Kind: "people"),
        new("K20", ["people_inbound"], "M", "beds", Kind: "people"),
        new("K20", ["nights_in", "nights_out", "nights_unknown"], "M R3 R12 FY", "people beds"),
        new("K20", ["nights_inbound"], "M R3 R12 FY", "beds"),
        new("K20", ["pct_out"], "M R3 R12 FY", "people beds", Kind: "pct"),
        new("K21", ["people"], "M", "people beds", Kind: "people"),
        new("K21", ["nights"], "M R3 R12 FY", "people beds"),
        new("K17", ["pct_30", "pct_14"], "M R3 R12 FY", "people beds", Kind: "pct"),
        new("K18", ["open"], "M", "people beds"),
        new("K18", ["days"], "M R3 R12 FY", "people beds"),
        new("K18", ["share"], "M R3 R12 FY", "people beds", Kind: "pct"),
        new("K19", ["to_bed", "to_community"], "M R3 R12 FY SB"),
        new("K19", ["people"], "M R3 R12 FY SB", Kind: "people"),
        new("K19", ["median_days"], "M R3 R12 FY SB", Kind: "median"),
        new("K19", ["sustained"], "M R3 R12 FY SB", Kind: "pct"),
        new("K22", [.. Categories.Select(c => "actual_" + c), .. Sums], "M R3 R12 FY SB", Kind: "money"),
        new("K22", ["per_bed_day"], "M R3 R12 FY SB", Kind: "mean"),
        new("K23", ["local", "not_local", "unknown"], "M R3 R12 FY", Kind: "money"),
        new("K23", ["pct_local"], "M R3 R12 FY", Kind: "pct"),
        new("K24", ["rate"], "M R3 R12 FY", "beds", Kind: "rate"),
        new("K25", ["accepted", "late", "rejected", "missing"], "M R3 R12 FY", "beds", Kind: "people"),
        new("K27", ["received", "adm", "div", "rej", "wdn", "pnd", "declined"], "M R3 R12 FY"),
        new("K27", ["pct_diverted"], "M R3 R12 FY", Kind: "pct"),
        new("K27", ["median_decision", "median_admission", "median_hours_to_bed"], "M R3 R12 FY", Kind: "median"),
        new("K28", ["pct_reviewed", "pct_planned", "pct_craft"], "M", Kind: "pct"),
        new("K28", ["plan_passed", "overdue", "nights"], "M"),
        new("K29", ["open"], "M"),
        new("K29", ["started", "ended"], "M R3 R12 FY"),
        new("K29", ["people"], "M R3 R12 FY", Kind: "people"),
        new("K30", ["commissioned", "available", "closed", "open"], "M", "beds"),
    ];

    public Dictionary<FigureKey, double> Of(List<NaiveContribution> contributions)
    {
        var figures = new Dictionary<FigureKey, double>();
        var bySeries = contributions.ToLookup(c => (c.Measure, c.Split, c.Scope, c.Window, c.Lens));
        foreach (var shape in Shapes)
        {
            foreach (var (split, scope, name, lens) in Series(shape))
            {
                foreach (var collaborative in Collaboratives(name))
                {
                    var mine = bySeries[(shape.Measure, split, scope, name, lens)].Where(c => Counts(c, lens, collaborative)).ToList();
                    AddRows(figures, shape, split, scope, name, lens, collaborative, mine, bySeries);
                }
            }
        }

        return figures;
    }

    static IEnumerable<(string Split, string Scope, string Window, string Lens)> Series(Shape shape) =>
        from split in shape.Splits
        from scope in shape.Scoped ? ["all", "acute"] : (string[])["all"]
        from window in shape.Windows.Split(' ')
        from lens in shape.Lenses.Split(' ')
        select (split, scope, window, lens);

    /// <summary>Every collaborative that has the window, and the programme.</summary>
    IEnumerable<string> Collaboratives(string window)
    {
        var having = reference.Collaboratives.Select(c => c.Code)
            .Where(code => windows.Any(w => w.Name == window && (w.Collaborative is null || w.Collaborative == code))).ToList();
        return having.Count == 0 ? [] : [.. having, "ALL"];
    }

    static bool Counts(NaiveContribution c, string lens, string collaborative)
    {
        var own = lens == "people" ? c.Subject.PeopleCollaborative : c.Subject.BedsCollaborative;
        return own is not null && (c.WindowCollaborative is null || c.WindowCollaborative == own) && (collaborative == "ALL" || collaborative == own);
    }

    void AddRows(
        Dictionary<FigureKey, double> figures,
        Shape shape,
        string split,
        string scope,
        string window,
        string lens,
        string collaborative,
        List<NaiveContribution> mine,
        ILookup<(string, string, string, string, string), NaiveContribution> all)
    {
        var total = collaborative == "ALL" ? ("Programme", "NONE", "NONE") : ("Collaborative", collaborative, "NONE");
        var levels = mine.SelectMany(c => Levels(c, lens).Select(level => (level, c))).ToLookup(x => x.level, x => x.c);
        foreach (var level in levels.Select(l => l.Key).Append(total).Distinct())
        {
            var key = new FigureKey(shape.Measure, split, scope, window, lens, collaborative, level.Item1, level.Item2, level.Item3);
            var cell = level == total ? mine.Where(c => !c.BedRowOnly).ToList() : [.. levels[level]];
            var value = Value(shape, split, cell, () => CountedBefore(all, shape, split, scope, window, lens, collaborative, level, total));
            var hasZero = shape.Kind is "sum" or "people" ? level == total : shape.Kind != "money";
            if (value is not null && (value != 0 || hasZero))
            {
                figures.Add(key, value.Value);
            }
        }
    }

    static double? Value(Shape shape, string split, List<NaiveContribution> cell, Func<HashSet<string>> countedBefore)
    {
        switch (shape.Kind)
        {
            case "people":
                var people = cell.Select(c => c.Subject.Person).ToHashSet();
                if (split is "people_in" or "people_unknown")
                {
                    people.ExceptWith(countedBefore());
                }

                return people.Count;
            case "pct":
                return cell.Sum(c => c.Denominator) is not 0 and var denominator ? 100 * cell.Sum(c => c.Numerator) / denominator : null;
            case "mean":
                return cell.Sum(c => c.Denominator) is not 0 and var count ? cell.Sum(c => c.Numerator) / count : null;
            case "rate":
                return cell.Sum(c => c.Denominator) is not 0 and var nights ? 1000 * cell.Sum(c => c.Numerator) / nights : null;
            case "median":
                return Quantile(cell, 0.5);
            case "q1":
                return Quantile(cell, 0.25);
            case "q3":
                return Quantile(cell, 0.75);
            case "money":
                return Math.Round(cell.Sum(c => c.Numerator), 6);
            default:
                return cell.Sum(c => c.Numerator);
        }
    }

    /// <summary>Type 7: linear between the two nearest.</summary>
    static double? Quantile(List<NaiveContribution> cell, double share)
    {
        var sorted = cell.Select(c => c.Numerator).Order().ToList();
        if (sorted.Count == 0)
        {
            return null;
        }

        var place = (sorted.Count - 1) * share;
        var below = (int)place;
        return below == sorted.Count - 1 ? sorted[below] : sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }

    /// <summary>Who counts as out in the same cell, and for people_unknown also who counts as in.</summary>
    HashSet<string> CountedBefore(
        ILookup<(string, string, string, string, string), NaiveContribution> all,
        Shape shape,
        string split,
        string scope,
        string window,
        string lens,
        string collaborative,
        (string, string, string) level,
        (string, string, string) total)
    {
        IEnumerable<NaiveContribution> Cell(string split) => all[(shape.Measure, split, scope, window, lens)]
            .Where(c => Counts(c, lens, collaborative) && (level == total || Levels(c, lens).Contains(level)));
        var before = split == "people_unknown" ? Cell("people_out").Concat(Cell("people_in")) : Cell("people_out");
        return [.. before.Select(c => c.Subject.Person)];
    }

    IEnumerable<(string Breakdown, string Primary, string Secondary)> Levels(NaiveContribution c, string lens) => UsualLevels(c, lens)
        .Where(level => c.Subject.Tells?.Contains(level.Breakdown) ?? true)
        .Concat(c.BedRowOnly ? [] : c.Subject.Also.Select(also => (also.Breakdown, also.Level ?? "UNKNOWN", "NONE")));

    IEnumerable<(string Breakdown, string Primary, string Secondary)> UsualLevels(NaiveContribution c, string lens)
    {
        if (!c.NoBedRow)
        {
            yield return ("Bed Class", c.BedClass ?? "UNKNOWN", "NONE");
        }

        if (c.BedRowOnly)
        {
            yield break;
        }

        var s = c.Subject;
        yield return ("Service Line", s.Line == ServiceLine.Unknown ? "UNKNOWN" : s.Line.ToString(), "NONE");
        yield return ("Commissioner", s.Commissioner ?? "UNKNOWN", "NONE");
        yield return ("Primary Reason for Referral", Valid(CodeList.PrimaryReason, s.Primary) ?? "UNKNOWN", "NONE");
        var placement = s as NaivePlacement ?? (s as NaiveStay)?.Left;
        if (lens == "beds" || s is NaivePlacement or NaiveStay { Homecoming: true } || s.Tells is not null)
        {
            yield return ("Provider", s.Provider, "NONE");
        }

        if (lens == "beds")
        {
            yield break;
        }

        yield return ("ICB", s.Home ?? "UNKNOWN", "NONE");
        yield return ("Age Band", Person(s, AgeBand), "NONE");
        yield return ("Gender", Person(s, p => Valid(CodeList.GenderIdentity, p.Gender)), "NONE");
        yield return ("Ethnic Group", Person(s, EthnicGroup), "NONE");
        yield return ("IMD Decile", Person(s, p => p.Imd?.ToString("00", System.Globalization.CultureInfo.InvariantCulture)), "NONE");
        if (placement is not null)
        {
            yield return ("OAP Reason", placement.Reason ?? "UNKNOWN", "NONE");
            yield return ("Sending Provider", placement.Sender ?? "UNKNOWN", "NONE");
            yield return ("Receiving Provider", placement.Receiver, "NONE");
            yield return ("Sending Provider; Receiving Provider", placement.Sender ?? "UNKNOWN", placement.Receiver);
        }
    }

    static string Person(NaiveSubject s, Func<Patient, string?> field) =>
        (s.Patient is null ? null : field(s.Patient)) ?? (s.OtherPatient is null ? null : field(s.OtherPatient)) ?? "UNKNOWN";

    static string? AgeBand(Patient p) => p.Age switch
    {
        null => null,
        < 18 => "0-17",
        < 25 => "18-24",
        >= 65 => "65 or over",
        var age => $"{age / 5 * 5}-{age / 5 * 5 + 4}",
    };

    static string? EthnicGroup(Patient p) => p.Ethnic switch
    {
        "A" or "B" or "C" => "White",
        "D" or "E" or "F" or "G" => "Mixed",
        "H" or "J" or "K" or "L" => "Asian",
        "M" or "N" or "P" => "Black",
        "R" or "S" => "Other",
        "Z" => "Not Stated",
        "99" => "Not Known",
        _ => null,
    };

    string? Valid(CodeList list, string? code) =>
        code is null || reference.Codes.Status(list, code, period) == CodeStatus.Invalid ? null : code;
}
