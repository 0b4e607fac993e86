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
        }
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
            }

            if (window.Holds(spell.End))
            {
                Both("K11", "spells", spell, spell.Stays.LastOrDefault(s => s.Start <= spell.End)?.BedClass, 1);
            }

            if (spell.Open && window.Name == "M")
            {
                var bed = spell.Stays.LastOrDefault(s => s.Open)?.BedClass;
                Both("K12", "people", spell, bed, 1);
                Both("K12", "spells", spell, bed, 1);
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
