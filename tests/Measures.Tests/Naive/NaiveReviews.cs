using Homeward.Measures.Tests.Told;
using Homeward.Reference;

namespace Homeward.Measures.Tests.Naive;

/// <summary>K28: reviews and plans of the month, with reviews that are told up to two months later.</summary>
/// <param name="around">The window with those two months and the one before: the 14 days may have begun in it.</param>
sealed class NaiveReviews(NaiveTally tally, NaiveWindowRecords records, NaiveWindowRecords later, NaiveWindowRecords around)
{
    readonly NaiveWindow window = tally.Window;

    readonly List<Seen<ReviewTold>> reviews =
        [.. later.Newest(m => m.Reviews, r => r.Key).Where(r => r.Row.Date <= tally.Window.End).OrderByDescending(r => r.Row.Date)];

    public void Count()
    {
        foreach (var p in records.Placements)
        {
            var mine = reviews.Where(r => IsOf(r, p)).Select(r => r.Row).ToList();
            if (NaiveTally.Active(p, window))
            {
                Active(p, mine);
            }

            Nights(p, mine.Where(r => Barrier(r.Barrier) is not null).OrderByDescending(r => r.Date).ThenBy(r => r.Barrier, StringComparer.Ordinal)
                .Select(r => r.Barrier).FirstOrDefault() ?? Barrier(p.Sent?.Barrier));
        }

        foreach (var spell in records.Spells)
        {
            var fourteen = spell.End < spell.Start.AddDays(14) ? spell.End.Value : spell.Start.AddDays(14);
            if (window.Holds(fourteen))
            {
                var reviewed = around.Newest(m => m.Reviews, r => r.Key).Exists(r => r.Row.Type == "CRAFT" && PersonOf(r, around) == spell.Person
                    && r.Row.Date >= spell.Start && r.Row.Date <= fourteen);
                var bed = (spell.Stays.LastOrDefault(s => s.Start <= spell.Start) ?? spell.Stays.LastOrDefault(s => s.Start == spell.Stays[0].Start))?.BedClass;
                tally.Add("K28", "pct_craft", "people", spell, bed, reviewed ? 1 : 0, 1);
            }
        }
    }

    void Active(NaivePlacement p, List<ReviewTold> mine)
    {
        var bed = p.Spell.Stays.LastOrDefault(s => s.Open)?.BedClass;
        var planned = mine.Where(r => r.Planned is not null).OrderByDescending(r => r.Date).ThenBy(r => r.Planned).Select(r => r.Planned).FirstOrDefault() ?? p.Sent?.Planned;
        var due = mine.OrderByDescending(r => r.Date).ThenBy(r => r.Next ?? DateOnly.MaxValue).FirstOrDefault()?.Next;
        tally.Add("K28", "pct_reviewed", "people", p, bed, mine.Exists(r => r.Date > window.End.AddDays(-28)) ? 1 : 0, 1);
        tally.Add("K28", "pct_planned", "people", p, bed, planned is null ? 0 : 1, 1);
        tally.Add("K28", "plan_passed", "people", p, bed, planned <= window.End ? 1 : 0);
        tally.Add("K28", "overdue", "people", p, bed, due <= window.End ? 1 : 0);
    }

    /// <summary>Night by night, as K04 has them, by what bars the way home.</summary>
    void Nights(NaivePlacement p, string? barrier)
    {
        var subject = p with { Also = [("Barrier", barrier)] };
        for (var night = p.Start > window.Start ? p.Start : window.Start; night <= window.End && night < p.Until; night = night.AddDays(1))
        {
            var classes = p.Spell.Stays.Where(s => s.Start <= night && night < s.Until).Select(s => s.BedClass).Distinct().DefaultIfEmpty(null);
            tally.Contribute(new("K28", "nights", "all", window.Name, null, "people", subject, null, 1, NoBedRow: true));
            foreach (var bed in classes)
            {
                tally.Contribute(new("K28", "nights", "all", window.Name, null, "people", subject, bed, 1, BedRowOnly: true));
            }
        }
    }

    /// <summary>One that names the placement's row or spell, or nothing but its person.</summary>
    bool IsOf(Seen<ReviewTold> review, NaivePlacement p)
    {
        var (_, _, row) = review;
        return row.Oap is null && row.Spell is null
            ? PersonOf(review, later) == later.PersonOf(p.Provider, p.Local)
            : (row.Oap is not null && row.Oap == p.OapKey) || (row.Spell is not null && row.Spell == p.SpellKey);
    }

    /// <summary>The person whose spell or row it names, whoever its own provider thinks that is.</summary>
    string PersonOf(Seen<ReviewTold> review, NaiveWindowRecords told)
    {
        var (provider, month, row) = review;
        var named = records.Spells.Find(s => !s.StandsIn && $"{s.Provider}|{s.Key}" == row.Spell) as NaiveSubject
            ?? records.Placements.Find(p => p.OapKey is not null && p.OapKey == row.Oap);
        return named is null ? told.Who(provider, month, row.Person).Person : told.PersonOf(named.Provider, named.Local);
    }

    string? Barrier(string? code) => records.Valid(CodeList.Barrier, code, window.Last);
}
