using Homeward.Reference;

namespace Homeward.Measures.Tests.Naive;

/// <summary>Something counted once, for one figure.</summary>
sealed record NaiveContribution(
    string Measure,
    string Split,
    string Scope,
    string Window,
    string? WindowCollaborative,
    string Lens,
    NaiveSubject Subject,
    string? BedClass,
    double Numerator,
    double Denominator = 0,
    bool BedRowOnly = false,
    bool NoBedRow = false);

/// <summary>The catalogue, measure by measure.</summary>
sealed class NaiveMeasures(List<NaiveContribution> contributions)
{
    static readonly string[] Acute = ["200", "201", "202"];
    static readonly string[] BothLenses = ["people", "beds"];

    NaiveWindow window = null!;

    public void Count(NaiveWindowRecords records, NaiveWindow of)
    {
        window = of;
        Placements(records);
        SpellMeasures(records);
        Journeys(records);
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
                foreach (var scope in Scopes(bed))
                {
                    Add("K05", "pct", scope, "people", p, bed, p.Class == "inappropriate" ? 1 : 0, 1);
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
            Add("K06", "pct_admissions", "all", "people", p, AtStart(stays, p.Start), 1);
        }

        if (window.Name != "SB" && window.Holds(p.End))
        {
            var nights = p.End!.Value.DayNumber - p.Start.DayNumber;
            var bed = stays.LastOrDefault(s => s.Start <= p.End)?.BedClass;
            var band = nights switch { 0 => "n_0", <= 7 => "n_1_7", <= 14 => "n_8_14", <= 30 => "n_15_30", <= 90 => "n_31_90", _ => "n_91" };
            Add("K07", band, "all", "people", p, bed, 1);
            Add("K07", "mean", "all", "people", p, bed, nights, 1);
            Add("K07", "median", "all", "people", p, bed, nights);
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
            Add("K08", $"{prefix}_unknown", "all", "people", subject, bed, 1);
            return;
        }

        (string Name, bool In)[] bands =
        [
            ("lt20", km < 20), ("20_49", km is >= 20 and < 50), ("lt25", km < 25), ("25_49", km is >= 25 and < 50), ("50_99", km is >= 50 and < 100),
            ("ge100", km >= 100), ("100_199", km is >= 100 and < 200), ("200_299", km is >= 200 and < 300), ("ge300", km >= 300),
        ];
        foreach (var (name, _) in bands.Where(b => b.In))
        {
            Add("K08", $"{prefix}_{name}", "all", "people", subject, bed, 1);
        }

        Add("K08", $"{prefix}_mean", "all", "people", subject, bed, km.Value, 1);
        Add("K08", $"{prefix}_median", "all", "people", subject, bed, km.Value);
        Add("K08", $"{prefix}_pct_50", "all", "people", subject, bed, km >= 50 ? 1 : 0, 1);
    }

    /// <summary>Each spell that starts no later than the day after the one before ended continues its journey.</summary>
    void Journeys(NaiveWindowRecords records)
    {
        foreach (var person in records.Spells.GroupBy(s => s.Person))
        {
            List<NaiveSpell> journey = [];
            foreach (var spell in person.OrderBy(s => s.Start).ThenBy(s => $"{s.Provider}|{s.Key}", StringComparer.Ordinal))
            {
                if (journey.Count > 0 && spell.Start > journey.Max(Gone).AddDays(1))
                {
                    Journey(journey);
                    journey = [];
                }

                journey.Add(spell);
            }

            Journey(journey);
        }
    }

    /// <summary>The day a spell is known to be over; a lost one is known until the end of its month.</summary>
    static DateOnly Gone(NaiveSpell spell) =>
        spell.Open ? DateOnly.MaxValue.AddDays(-1) : spell.End ?? spell.Month.LastDay.AddDays(1);

    void Journey(List<NaiveSpell> journey)
    {
        var first = journey[0];
        var last = journey.Last(s => Gone(s) == journey.Max(Gone));
        if (window.Holds(first.Start))
        {
            Add("K10", "journeys", "all", "people", first, AtStart(first.Stays, first.Start), 1);
        }

        if (window.Holds(last.End))
        {
            var bed = last.Stays.LastOrDefault(s => s.Start <= last.End)?.BedClass;
            Add("K11", "journeys", "all", "people", last, bed, 1);
            Lengths("journey_", "people", last, bed, last.End!.Value.DayNumber - first.Start.DayNumber);
        }
    }

    void Lengths(string prefix, string lens, NaiveSubject subject, string? bed, int days)
    {
        if (window.Name == "SB")
        {
            return;
        }

        Add("K15", prefix + "count", "all", lens, subject, bed, 1);
        Add("K15", prefix + "mean", "all", lens, subject, bed, days, 1);
        Add("K15", prefix + "median", "all", lens, subject, bed, days);
        Add("K15", prefix + "pct_60", "all", lens, subject, bed, days >= 60 ? 1 : 0, 1);
        Add("K15", prefix + "pct_90", "all", lens, subject, bed, days >= 90 ? 1 : 0, 1);
    }

    static string? AtStart(IReadOnlyList<NaiveStay> stays, DateOnly start) =>
        (stays.LastOrDefault(s => s.Start <= start) ?? stays.LastOrDefault(s => s.Start == stays[0].Start))?.BedClass;

    bool IsActive(NaivePlacement p) => p.Month == window.Last && p.Start <= window.End && (p.End is null || p.End > window.End);

    /// <summary>Night by night: each of the placement's nights in the window, and the stays it lies in.</summary>
    void BedDays(NaivePlacement p)
    {
        var until = p.ToldEnd ?? p.Month.LastDay.AddDays(1);
        until = p.End < until ? p.End.Value : until;
        for (var night = window.Start; night <= window.End; night = night.AddDays(1))
        {
            if (night < p.Start || night >= until)
            {
                continue;
            }

            var classes = p.Spell.Stays.Where(s => s.Start <= night && night < s.Until).Select(s => s.BedClass).Distinct().ToList();
            if (window.Name != "SB")
            {
                Contribute(new("K06", "pct_bed_days", "all", window.Name, null, "people", p, null, 1, NoBedRow: true));
                foreach (var bed in classes.Count == 0 ? [null] : classes)
                {
                    Contribute(new("K06", "pct_bed_days", "all", window.Name, null, "people", p, bed, 1, BedRowOnly: true));
                }
            }

            foreach (var split in (string[])["all", p.Class])
            {
                Contribute(new("K04", split, "all", window.Name, window.Collaborative, "people", p, null, 1, NoBedRow: true));
                if (classes.Any(Acute.Contains))
                {
                    Contribute(new("K04", split, "acute", window.Name, window.Collaborative, "people", p, null, 1, NoBedRow: true));
                }

                foreach (var bed in classes.Count == 0 ? [null] : classes)
                {
                    foreach (var scope in Scopes(bed))
                    {
                        Contribute(new("K04", split, scope, window.Name, window.Collaborative, "people", p, bed, 1, BedRowOnly: true));
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
                Both("K10", "spells", spell, AtStart(spell.Stays, spell.Start), 1);
                if (window.Name != "SB")
                {
                    Add("K06", "pct_admissions", "all", "people", spell, AtStart(spell.Stays, spell.Start), 0, 1);
                }
            }

            if (window.Holds(spell.End))
            {
                var bed = spell.Stays.LastOrDefault(s => s.Start <= spell.End)?.BedClass;
                Both("K11", "spells", spell, bed, 1);
                Lengths("", "people", spell, bed, spell.End!.Value.DayNumber - spell.Start.DayNumber);
                Lengths("", "beds", spell, bed, spell.End!.Value.DayNumber - spell.Start.DayNumber);
            }

            if (spell.Open && window.Name == "M")
            {
                var bed = spell.Stays.LastOrDefault(s => s.Open)?.BedClass;
                Both("K12", "people", spell, bed, 1);
                Both("K12", "spells", spell, bed, 1);
                var days = window.End.DayNumber - spell.Start.DayNumber;
                Both("K16", "count", spell, bed, 1);
                Both("K16", "mean", spell, bed, days, 1);
                Both("K16", "median", spell, bed, days);
                Both("K16", "count_365", spell, bed, days >= 365 ? 1 : 0);
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
            Both("K13", "occupied", stay, stay.BedClass, nights);
            Add("K06", "pct_bed_days", "all", "people", stay, stay.BedClass, 0, nights);
            Both("K13", "less_leave", stay, stay.BedClass, nights - stay.Leave);
            var flow = stay.Flow switch { Flow.In => "in", Flow.Out => "out", _ => "unknown" };
            Both("K20", $"nights_{flow}", stay, stay.BedClass, nights);
            if (flow != "unknown")
            {
                Both("K20", "pct_out", stay, stay.BedClass, flow == "out" ? nights : 0, nights);
            }

            if (flow == "out")
            {
                Both("K21", "nights", stay, stay.BedClass, nights);
            }

            if (stay.PeopleCollaborative != stay.BedsCollaborative)
            {
                Add("K20", "nights_inbound", "all", "beds", stay, stay.BedClass, nights);
            }

            if (stay.Open && window.Name == "M")
            {
                Distance("stay", stay, stay.BedClass, stay.Distance);
                Both("K20", $"people_{flow}", stay, stay.BedClass, 1);
                if (flow == "out")
                {
                    Both("K21", "people", stay, stay.BedClass, 1);
                }

                if (stay.PeopleCollaborative != stay.BedsCollaborative)
                {
                    Add("K20", "people_inbound", "all", "beds", stay, stay.BedClass, 1);
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
            Add(measure, "all", scope, "people", p, bed, 1);
            Add(measure, p.Class, scope, "people", p, bed, 1);
        }
    }

    void Both(string measure, string split, NaiveSubject subject, string? bed, double numerator, double denominator = 0)
    {
        foreach (var lens in BothLenses)
        {
            Add(measure, split, "all", lens, subject, bed, numerator, denominator);
        }
    }

    void Add(
        string measure, string split, string scope, string lens, NaiveSubject subject, string? bed, double numerator, double denominator = 0)
    {
        if (measure != "K05" || window.Name == "M")
        {
            Contribute(new(measure, split, scope, window.Name, window.Collaborative, lens, subject, bed, numerator, denominator));
        }
    }

    void Contribute(NaiveContribution contribution) => contributions.Add(contribution);
}
