using Homeward.Reference;

namespace Homeward.Measures.Tests.Naive;

/// <summary>K17 readmission and K19 repatriations, which look at the two months after the window too.</summary>
/// <param name="later">The window read once more with them: they add records and tell better who somebody is.</param>
sealed class NaiveReturns(NaiveTally tally, NaiveWindowRecords records, NaiveWindowRecords later)
{
    static readonly string[] OtherMethods = ["4", "6", "7", "8"];
    static readonly string[] OtherDestinations = ["48", "49", "50", "53", "79", "84", "87"];

    readonly NaiveWindow window = tally.Window;

    /// <summary>Every stay out of flow.</summary>
    List<NaiveStay> away = [];

    public void Count()
    {
        if (window.Name != "SB")
        {
            Readmissions();
        }

        Repatriations();
    }

    string Who(NaiveSubject subject) => later.PersonOf(subject.Provider, subject.Local);

    void Readmissions()
    {
        var own = records.Spells.ToHashSet(ReferenceEqualityComparer.Instance);
        var known = Keys(records.Spells.Select(s => (s.Provider, s.Key)));
        var spells = records.Spells.Concat(later.Spells.Where(s => !known.Contains((s.Provider, s.Key))))
            .Select(s => (Seen: s, Named: s with { Person = Who(s) })).ToList();

        foreach (var (spell, named) in spells.Where(s => own.Contains(s.Seen) && !s.Seen.StandsIn && window.Holds(s.Seen.End)))
        {
            var next = spells.Where(o => o.Seen != spell && o.Named.Person == named.Person && o.Seen.Start >= spell.End).Min(o => (DateOnly?)o.Seen.Start);
            Back("beds", spell, next);
        }

        var seen = spells.ToDictionary<(NaiveSpell Seen, NaiveSpell Named), object, NaiveSpell>(s => s.Named, s => s.Seen, ReferenceEqualityComparer.Instance);
        var journeys = NaiveJourneys.Of(spells.Select(s => s.Named)).ToList();
        foreach (var journey in journeys)
        {
            var last = seen[NaiveJourneys.Last(journey)];
            if (own.Contains(last) && window.Holds(last.End))
            {
                var next = journeys.Where(j => j[0].Person == journey[0].Person && j[0].Start > last.End).Min(j => (DateOnly?)j[0].Start);
                Back("people", last, next);
            }
        }
    }

    /// <summary>A discharge, and when its person's next spell starts.</summary>
    void Back(string lens, NaiveSpell spell, DateOnly? next)
    {
        if (OtherMethods.Contains(spell.Method) || OtherDestinations.Contains(spell.Destination) || EndsElsewhere(spell))
        {
            return;
        }

        var bed = spell.Stays.LastOrDefault(s => s.Start <= spell.End)?.BedClass;
        tally.Add("K17", "pct_30", lens, spell, bed, next <= spell.End!.Value.AddDays(30) ? 1 : 0, 1);
        tally.Add("K17", "pct_14", lens, spell, bed, next <= spell.End!.Value.AddDays(14) ? 1 : 0, 1);
    }

    /// <summary>A sender's row has no method or destination of discharge: its end reason tells of deaths and transfers.</summary>
    bool EndsElsewhere(NaiveSpell spell) =>
        spell.StandsIn && records.Placements.Single(p => ReferenceEquals(p.Spell, spell)).Sent!.EndReason is "DIE" or "TRF" or "REP";

    void Repatriations()
    {
        var known = Keys(records.Stays.Select(s => (s.Provider, s.Key)));
        away = [.. records.Stays.Concat(later.Stays.Where(s => !known.Contains((s.Provider, s.Key)))).Where(s => s.Flow == Flow.Out)];
        var stepped = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var journey in NaiveJourneys.Of(records.Spells))
        {
            var stays = journey.SelectMany(spell => spell.Stays.Select(stay => (Spell: spell, Stay: stay)))
                .OrderBy(s => s.Stay.Start).ThenBy(s => s.Spell.Start).ThenBy(s => $"{s.Spell.Provider}|{s.Spell.Key}", StringComparer.Ordinal)
                .ThenBy(s => s.Stay.Key, StringComparer.Ordinal).ToList();
            for (var i = 1; i < stays.Count; i++)
            {
                var (before, after) = (stays[i - 1], stays[i]);
                var home = before.Stay.Flow == Flow.Out || (Placed(before.Spell) && before.Spell != after.Spell);
                if (after.Stay.Flow == Flow.In && before.Stay.End is not null && home)
                {
                    var first = i - 1;
                    while (first > 0 && (stays[first - 1].Stay.Flow == Flow.Out || Placed(stays[first - 1].Spell)))
                    {
                        first--;
                    }

                    stepped.UnionWith(stays[first..i].Select(s => s.Spell));
                    var left = stays[first..i].Select(s => records.Placements.Find(p => ReferenceEquals(p.Spell, s.Spell))).LastOrDefault(p => p is not null);
                    var back = after.Stay with { Homecoming = true, Left = left };
                    Home("to_bed", back, back.BedClass, back.Start, stays[first].Stay.Start);
                }
            }
        }

        foreach (var p in records.Placements.Where(p => p.Sent?.EndReason is "REP" or "RPC" && !stepped.Contains(p.Spell)))
        {
            var bed = p.Spell.Stays.LastOrDefault(s => s.Start <= p.End)?.BedClass;
            Home(p.Sent!.EndReason == "REP" ? "to_bed" : "to_community", p, bed, p.End, p.Start);
        }
    }

    bool Placed(NaiveSpell spell) => records.Placements.Exists(p => ReferenceEquals(p.Spell, spell));

    void Home(string split, NaiveSubject subject, string? bed, DateOnly? day, DateOnly since)
    {
        if (!window.Holds(day))
        {
            return;
        }

        var again = away.Any(s => Who(s) == Who(subject) && s.Start > day && s.Start <= day.Value.AddDays(60));
        tally.Add("K19", split, "people", subject, bed, 1);
        tally.Add("K19", "people", "people", subject, bed, 1);
        tally.Add("K19", "median_days", "people", subject, bed, day!.Value.DayNumber - since.DayNumber);
        tally.Add("K19", "sustained", "people", subject, bed, again ? 0 : 1, 1);
    }

    /// <summary>What the window knows, whatever the months ahead say of it; the sender's rows among it.</summary>
    HashSet<(string, string)> Keys(IEnumerable<(string Provider, string Key)> own) =>
        [.. own, .. records.Newest(m => m.Oaps, o => o.Key).Select(o => (o.Provider, o.Row.Key))];
}
