using Homeward.Reference;

namespace Homeward.Measures.Tests.Naive;

/// <summary>The catalogue, measure by measure.</summary>
sealed class NaiveMeasures(NaiveTally tally)
{
    static readonly string[] Acute = ["200", "201", "202"];

    readonly NaiveWindow window = tally.Window;

    public void Count(NaiveWindowRecords records)
    {
        Placements(records);
        SpellMeasures(records);
        foreach (var journey in NaiveJourneys.Of(records.Spells))
        {
            Journey(journey);
        }

        Stays(records);
    }

    void Placements(NaiveWindowRecords records)
    {
        foreach (var p in records.Placements)
        {
            var stays = p.Spell.Stays;
            if (IsActive(p))
            {
                var bed = stays.LastOrDefault(s => s.Open)?.BedClass;
                ByClass("K01", p, bed);
                foreach (var scope in window.Name == "M" ? Scopes(bed) : [])
                {
                    tally.Add("K05", "pct", scope, "people", p, bed, p.Class == "inappropriate" ? 1 : 0, 1);
                }
            }

            if (window.Holds(p.Start))
            {
                ByClass("K02", p, AtStart(stays, p.Start));
            }

            if (window.Holds(p.End))
            {
                ByClass("K03", p, stays.LastOrDefault(s => s.Start <= p.End)?.BedClass);
            }

            BedDays(p);
            MorePlacements(p);
        }
    }

    void MorePlacements(NaivePlacement p)
    {
        var stays = p.Spell.Stays;
        if (window.Name != "SB" && window.Holds(p.Start))
        {
            tally.Add("K06", "pct_admissions", "all", "people", p, AtStart(stays, p.Start), 1);
        }

        if (window.Name != "SB" && window.Holds(p.End))
        {
            var nights = p.End!.Value.DayNumber - p.Start.DayNumber;
            var bed = stays.LastOrDefault(s => s.Start <= p.End)?.BedClass;
            var band = nights switch { 0 => "n_0", <= 7 => "n_1_7", <= 14 => "n_8_14", <= 30 => "n_15_30", <= 90 => "n_31_90", _ => "n_91" };
            tally.Add("K07", band, "all", "people", p, bed, 1);
            tally.Add("K07", "mean", "all", "people", p, bed, nights, 1);
            tally.Add("K07", "median", "all", "people", p, bed, nights);
        }

        if (window.Name == "M" && IsActive(p))
        {
            var open = stays.LastOrDefault(s => s.Open);
            Distance("oap", p, open?.BedClass, open?.Distance ?? p.OtherDistance);
        }
    }

    void Distance(string prefix, NaiveSubject subject, string? bed, int? km)
    {
        if (km is null)
        {
            tally.Add("K08", $"{prefix}_unknown", "all", "people", subject, bed, 1);
            return;
        }

        (string Name, bool In)[] bands =
        [
            ("lt20", km < 20), ("20_49", km is >= 20 and < 50), ("lt25", km < 25), ("25_49", km is >= 25 and < 50), ("50_99", km is >= 50 and < 100),
            ("ge100", km >= 100), ("100_199", km is >= 100 and < 200), ("200_299", km is >= 200 and < 300), ("ge300", km >= 300),
        ];
        foreach (var (name, _) in bands.Where(b => b.In))
        {
            tally.Add("K08", $"{prefix}_{name}", "all", "people", subject, bed, 1);
        }

        tally.Add("K08", $"{prefix}_mean", "all", "people", subject, bed, km.Value, 1);
        tally.Add("K08", $"{prefix}_median", "all", "people", subject, bed, km.Value);
        tally.Add("K08", $"{prefix}_pct_50", "all", "people", subject, bed, km >= 50 ? 1 : 0, 1);
    }

    void Journey(List<NaiveSpell> journey)
    {
        var first = journey[0];
        var last = NaiveJourneys.Last(journey);
        if (window.Holds(first.Start))
        {
            tally.Add("K10", "journeys", "all", "people", first, AtStart(first.Stays, first.Start), 1);
        }

        if (window.Holds(last.End))
        {
            var bed = last.Stays.LastOrDefault(s => s.Start <= last.End)?.BedClass;
            tally.Add("K11", "journeys", "all", "people", last, bed, 1);
            Lengths("journey_", "people", last, bed, last.End!.Value.DayNumber - first.Start.DayNumber);
        }
    }

    void Lengths(string prefix, string lens, NaiveSubject subject, string? bed, int days)
    {
        if (window.Name == "SB")
        {
            return;
        }

        tally.Add("K15", prefix + "count", "all", lens, subject, bed, 1);
        tally.Add("K15", prefix + "mean", "all", lens, subject, bed, days, 1);
        tally.Add("K15", prefix + "median", "all", lens, subject, bed, days);
        tally.Add("K15", prefix + "pct_60", "all", lens, subject, bed, days >= 60 ? 1 : 0, 1);
        tally.Add("K15", prefix + "pct_90", "all", lens, subject, bed, days >= 90 ? 1 : 0, 1);
    }

    static string? AtStart(IReadOnlyList<NaiveStay> stays, DateOnly start) =>
        (stays.LastOrDefault(s => s.Start <= start) ?? stays.LastOrDefault(s => s.Start == stays[0].Start))?.BedClass;

    bool IsActive(NaivePlacement p) => NaiveTally.Active(p, window);

    /// <summary>Night by night: each of the placement's nights in the window, and the stays it lies in.</summary>
    void BedDays(NaivePlacement p)
    {
        for (var night = window.Start; night <= window.End; night = night.AddDays(1))
        {
            if (night < p.Start || night >= p.Until)
            {
                continue;
            }

            var classes = p.Spell.Stays.Where(s => s.Start <= night && night < s.Until).Select(s => s.BedClass).Distinct().ToList();
            if (window.Name != "SB")
            {
                tally.Contribute(new("K06", "pct_bed_days", "all", window.Name, null, "people", p, null, 1, NoBedRow: true));
                foreach (var bed in classes.Count == 0 ? [null] : classes)
                {
                    tally.Contribute(new("K06", "pct_bed_days", "all", window.Name, null, "people", p, bed, 1, BedRowOnly: true));
                }
            }

            foreach (var split in (string[])["all", p.Class])
            {
                tally.Contribute(new("K04", split, "all", window.Name, window.Collaborative, "people", p, null, 1, NoBedRow: true));
                if (classes.Any(Acute.Contains))
                {
                    tally.Contribute(new("K04", split, "acute", window.Name, window.Collaborative, "people", p, null, 1, NoBedRow: true));
                }

                foreach (var bed in classes.Count == 0 ? [null] : classes)
                {
                    foreach (var scope in Scopes(bed))
                    {
                        tally.Contribute(new("K04", split, scope, window.Name, window.Collaborative, "people", p, bed, 1, BedRowOnly: true));
                    }
                }
            }
        }
    }

    void SpellMeasures(NaiveWindowRecords records)
    {
        foreach (var spell in records.Spells)
        {
            if (window.Holds(spell.Start))
            {
                tally.Both("K10", "spells", spell, AtStart(spell.Stays, spell.Start), 1);
                if (window.Name != "SB")
                {
                    tally.Add("K06", "pct_admissions", "all", "people", spell, AtStart(spell.Stays, spell.Start), 0, 1);
                }
            }

            if (window.Holds(spell.End))
            {
                var bed = spell.Stays.LastOrDefault(s => s.Start <= spell.End)?.BedClass;
                tally.Both("K11", "spells", spell, bed, 1);
                Lengths("", "people", spell, bed, spell.End!.Value.DayNumber - spell.Start.DayNumber);
                Lengths("", "beds", spell, bed, spell.End!.Value.DayNumber - spell.Start.DayNumber);
            }

            if (spell.Open && window.Name == "M")
            {
                var bed = spell.Stays.LastOrDefault(s => s.Open)?.BedClass;
                tally.Both("K12", "people", spell, bed, 1);
                tally.Both("K12", "spells", spell, bed, 1);
                var days = window.End.DayNumber - spell.Start.DayNumber;
                tally.Both("K16", "count", spell, bed, 1);
                tally.Both("K16", "mean", spell, bed, days, 1);
                tally.Both("K16", "median", spell, bed, days);
                tally.Both("K16", "count_365", spell, bed, days >= 365 ? 1 : 0);
            }
        }
    }

    void Stays(NaiveWindowRecords records)
    {
        if (window.Name == "SB")
        {
            return;
        }

        foreach (var stay in records.Stays)
        {
            var nights = window.Nights(stay.Start, stay.Until);
            tally.Both("K13", "occupied", stay, stay.BedClass, nights);
            tally.Add("K06", "pct_bed_days", "all", "people", stay, stay.BedClass, 0, nights);
            tally.Both("K13", "less_leave", stay, stay.BedClass, nights - stay.Leave);
            var flow = stay.Flow switch { Flow.In => "in", Flow.Out => "out", _ => "unknown" };
            tally.Both("K20", $"nights_{flow}", stay, stay.BedClass, nights);
            if (flow != "unknown")
            {
                tally.Both("K20", "pct_out", stay, stay.BedClass, flow == "out" ? nights : 0, nights);
            }

            if (flow == "out")
            {
                tally.Both("K21", "nights", stay, stay.BedClass, nights);
            }

            if (stay.PeopleCollaborative != stay.BedsCollaborative)
            {
                tally.Add("K20", "nights_inbound", "all", "beds", stay, stay.BedClass, nights);
            }

            if (stay.Open && window.Name == "M")
            {
                Distance("stay", stay, stay.BedClass, stay.Distance);
                tally.Both("K20", $"people_{flow}", stay, stay.BedClass, 1);
                if (flow == "out")
                {
                    tally.Both("K21", "people", stay, stay.BedClass, 1);
                }

                if (stay.PeopleCollaborative != stay.BedsCollaborative)
                {
                    tally.Add("K20", "people_inbound", "all", "beds", stay, stay.BedClass, 1);
                }
            }
        }
    }

    static IEnumerable<string> Scopes(string? bed) => Acute.Contains(bed) ? ["all", "acute"] : ["all"];

    void ByClass(string measure, NaivePlacement p, string? bed)
    {
        if (measure is "K01" && window.Name != "M")
        {
            return;
        }

        foreach (var scope in Scopes(bed))
        {
            tally.Add(measure, "all", scope, "people", p, bed, 1);
            tally.Add(measure, p.Class, scope, "people", p, bed, 1);
        }
    }
}
