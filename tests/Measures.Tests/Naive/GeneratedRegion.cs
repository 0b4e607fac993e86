using Homeward.Columns;
using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Naive;

/// <summary>
/// A small region made by chance from a seed: people with spells at several providers, placements told by one side or both, months
/// missing, records lost, dates and reasons corrected later, codes unknown.
/// </summary>
sealed class GeneratedRegion
{
    static readonly string[] Providers = ["RA1", "RA2", "RB1", "X01"];
    static readonly string?[] Homes = ["QEE", "QEE", "QWW", "QZZ", null];
    static readonly string?[] Reasons = ["10", "10", "11", "14", "99", "77"];
    static readonly string?[] Classes = ["200", "200", "201", "202", "206", "11", "zz"];
    static readonly string?[] Lines = ["AAC", "AAC", "OAC", "CYP", "ASE", null];
    static readonly string[] Sites = ["RA101", "RA102", "RA201", "RB101", "X0101", "Q9999"];
    static readonly string?[] Senders = ["RA1", "RA2", "RA201", "RB1", "X01", "ZZZ", null];

    readonly Random random;
    readonly Month first;
    readonly Month last;
    readonly Dictionary<(string Provider, Month Month), MonthTold> months = [];

    public GeneratedRegion(int seed, Month first, Month last, int people)
    {
        random = new Random(seed);
        (this.first, this.last) = (first, last);
        foreach (var provider in Providers)
        {
            for (var month = first; month <= last; month += 1)
            {
                if (random.Next(10) > 0)
                {
                    months[(provider, month)] = new(provider, month);
                }
            }
        }

        for (var person = 0; person < people; person++)
        {
            Live(person);
        }
    }

    public IReadOnlyList<MonthTold> Months => [.. months.Values];

    T Pick<T>(T[] from) => from[random.Next(from.Length)];

    bool Chance(int percent) => random.Next(100) < percent;

    void Live(int person)
    {
        var home = Pick(Homes);
        var named = Chance(80) ? first : first + random.Next(3);
        for (var spell = 0; spell <= random.Next(4); spell++)
        {
            Admit(person, spell, home, named);
        }
    }

    /// <param name="named">The month from which the person's NHS number is known.</param>
    void Admit(int person, int number, string? home, Month named)
    {
        var provider = Pick(Providers);
        var start = first.FirstDay.AddDays(random.Next(-60, (last - first + 1) * 30));
        DateOnly? end = Chance(70) ? start.AddDays(Chance(15) ? 0 : random.Next(90)) : null;
        var reason = Chance(50) ? Pick(Reasons) : null;
        var sender = Pick(Senders);
        var silent = Chance(15) ? first + random.Next(1, 5) : last + 1;
        var told = !Chance(15);
        var stays = MakeStays(start, end);
        for (var month = first; month <= last && month < silent; month += 1)
        {
            if (told && start <= month.LastDay && (end is null || end >= month.FirstDay) && months.GetValueOrDefault((provider, month)) is { } file)
            {
                var shown = Chance(5) && start < month.LastDay && (end is null || end > start) ? start.AddDays(1) : start;
                var local = TellPatient(file, person, month < named);
                var key = $"{person}-{number}";
                file.Referrals.Add(new(
                    $"R{key}", $"P{person}", local, start.AddDays(-2), Pick(["QEE", "QWW", null]), sender, Pick(["01", "18", "xx", null]),
                    Chance(5) ? "14" : reason, home));
                file.Spells.Add(new($"S{key}", $"R{key}", local, home, shown, Known(end, month)));
                Tell(file, stays, key, local, home, month);
            }
        }

        if ((reason is not null || Chance(10)) && Chance(70))
        {
            SendAway(person, number, provider, sender, start, end, home, named);
        }
    }

    static DateOnly? Known(DateOnly? end, Month month) => end <= month.LastDay ? end : null;

    List<(DateOnly Start, DateOnly? End, string Site, string? Class, string? Line)> MakeStays(DateOnly start, DateOnly? end)
    {
        var stays = new List<(DateOnly, DateOnly?, string, string?, string?)>();
        var line = Pick(Lines);
        var count = random.Next(4);
        for (var i = 0; i < count; i++)
        {
            var from = i == 0 && Chance(80) ? start : start.AddDays(random.Next(20));
            from = end is not null && from > end ? start : from;
            DateOnly? to = i == count - 1 && Chance(60) ? end : from.AddDays(random.Next(25));
            to = end is not null && (to is null || to > end) ? end : to;
            stays.Add((from, to, Pick(Sites), Pick(Classes), Chance(80) ? line : Pick(Lines)));
        }

        return stays;
    }

    void Tell(
        MonthTold file, List<(DateOnly Start, DateOnly? End, string Site, string? Class, string? Line)> stays, string key, string person,
        string? home, Month month)
    {
        for (var i = 0; i < stays.Count; i++)
        {
            var stay = stays[i];
            if (stay.Start <= month.LastDay && (stay.End is null || stay.End >= month.FirstDay))
            {
                file.Stays.Add(new(
                    $"W{key}-{i}", $"S{key}", person, Chance(5) ? null : home, stay.Site, stay.Start, Chance(5) ? null : Known(stay.End, month), stay.Class, stay.Line,
                    Chance(10) ? random.Next(4) : null, Chance(70) ? random.Next(150) : null));
            }
        }
    }

    /// <summary>The sender's own row of a placement, more or less as the receiver has it.</summary>
    void SendAway(int person, int number, string receiver, string? sender, DateOnly start, DateOnly? end, string? home, Month named)
    {
        var site = Chance(20) ? null : Pick(Sites);
        var provider = Chance(80) && sender is "RA1" or "RA2" or "RB1" ? sender : Pick(["RA1", "RA2", "RB1"]);
        var from = start.AddDays(random.Next(-9, 10));
        DateOnly? to = end is null || Chance(20) ? null : end.Value.AddDays(random.Next(-3, 4));
        to = to < from ? from : to;
        var silent = Chance(20) ? first + random.Next(1, 5) : last + 1;
        var reason = Pick(Reasons);
        var (bed, line) = (Pick(Classes), Pick(Lines));
        for (var month = first; month <= last && month < silent; month += 1)
        {
            if (from <= month.LastDay && (to is null || to >= month.FirstDay) && months.GetValueOrDefault((provider!, month)) is { } file)
            {
                var local = TellPatient(file, person, month < named);
                file.Oaps.Add(new(
                    $"O{person}-{number}", $"P{person}", local, Chance(10) ? null : home, provider!, receiver, site, reason, from, Known(to, month), bed,
                    line, Distance: Chance(70) ? random.Next(400) : null));
            }
        }
    }

    /// <returns>The person id that this month's file has.</returns>
    string TellPatient(MonthTold file, int person, bool nameless)
    {
        var found = file.Patients.Find(p => p.Local == $"P{person}");
        if (found is null)
        {
            file.Patients.Add(found = new(
                $"P{person}",
                nameless ? $"{file.Provider}-{person}" : $"person{person}",
                Chance(90) ? random.Next(10, 80) : null,
                Pick(["1", "2", "3", "X", null]),
                Pick(["A", "D", "H", "Z", "99", "q", null]),
                Chance(80) ? random.Next(1, 11) : null));
        }

        return found.Person;
    }
}
