using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Naive;

/// <summary>Gives generated months what is not a stay: beds, waits for discharge, caseloads, reviews, the hub, incidents and money.</summary>
sealed class GeneratedServices(int seed)
{
    readonly Random random = new(seed);

    public IReadOnlyList<MonthTold> AddTo(IReadOnlyList<MonthTold> months)
    {
        foreach (var month in months)
        {
            Endings(month);
            Beds(month);
            Waits(month);
            People(month);
            Money(month);
        }

        return months;
    }

    T Pick<T>(params T[] from) => from[random.Next(from.Length)];

    DateOnly Day(MonthTold month) => month.Period.FirstDay.AddDays(random.Next(28));

    /// <summary>How stays and placements end, what they cost and what is planned, which a generated region leaves out.</summary>
    void Endings(MonthTold month)
    {
        for (var i = 0; i < month.Spells.Count; i++)
        {
            var spell = month.Spells[i];
            var over = spell.End is not null;
            month.Spells[i] = spell with
            {
                Start = IsLong(spell.Key) ? spell.Start.AddDays(-400) : spell.Start,
                Method = over ? Pick("1", "1", "1", "4", "8", null) : null,
                Destination = over ? Pick("19", "19", "19", "53", "84", null) : null,
            };
        }

        for (var i = 0; i < month.Stays.Count; i++)
        {
            var stay = month.Stays[i];
            month.Stays[i] = stay with { Start = IsLong(stay.Spell) ? stay.Start.AddDays(-400) : stay.Start, Ward = Pick("W1", "W1", "W2", "W9") };
        }

        for (var i = 0; i < month.Oaps.Count; i++)
        {
            var row = month.Oaps[i];
            month.Oaps[i] = row with
            {
                EndReason = row.End is null && random.Next(3) > 0 ? null : Pick("REP", "RPC", "RPC", "RPC", "DIS", "TRF", "DIE", "zz", null),
                Rate = Pick<decimal?>(650.5m, 410.07m, null),
                Planned = Pick<DateOnly?>(month.Period.LastDay, month.Period.LastDay.AddDays(1), Day(month), null),
                Barrier = Pick("BED", "LEG", "zz", null),
            };
        }

        foreach (var referral in month.Referrals.ToArray())
        {
            month.Referrals[month.Referrals.IndexOf(referral)] = referral with
            {
                Line = Pick("AAC", "OAC", "CYP", null),
                Outcome = Pick("ADM", "ADM", "DIV", "REJ", "WDN", "PND", "zz", null),
                Decided = Pick<DateOnly?>(referral.Received.AddDays(random.Next(9)), null),
            };
        }
    }

    /// <summary>Of every fifth person the first spell: it began long before.</summary>
    static bool IsLong(string spell) => spell.EndsWith("0-0", StringComparison.Ordinal) || spell.EndsWith("5-0", StringComparison.Ordinal);

    void Beds(MonthTold month)
    {
        foreach (var code in (string[])["W1", "W2"])
        {
            var closed = Pick(0, 0, 30);
            month.Wards.Add(new(
                code, Pick("RA101", "RA201", "RB101"), Pick("200", "201", null), Pick("AAC", "OAC", null), Pick<int?>(10, null), Pick(0, 270, 300), closed,
                Pick<int?>(8, 10, null), Reason: closed > 0 ? Pick("STF", "ACU", "zz", null) : null));
        }
    }

    void Waits(MonthTold month)
    {
        foreach (var spell in month.Spells.Where(_ => random.Next(4) == 0))
        {
            var ready = spell.Start > month.Period.FirstDay || random.Next(2) == 0 ? spell.Start : Day(month);
            month.Ready.Add(new($"C{spell.Key}", spell.Key, ready, Pick<DateOnly?>(month.Period.LastDay, null, null), Pick("01", "08", "zz", null), Pick("04", "05", null)));
        }

        foreach (var stay in month.Stays.Where(_ => random.Next(4) == 0))
        {
            month.Incidents.Add(new($"I{stay.Key}", stay.Key, stay.Start > month.Period.FirstDay ? stay.Start : month.Period.FirstDay));
        }
    }

    void People(MonthTold month)
    {
        foreach (var patient in month.Patients.Where(_ => random.Next(2) == 0))
        {
            var key = $"{patient.Local}-{month.Period}";
            month.Caseloads.Add(new($"L{patient.Local}", patient.Person, Pick("QEE", "QWW", null), Pick("AAC", "CYP"), Day(month), random.Next(3) == 0 ? month.Period.LastDay : null));
            var (spell, oap) = (Named(month, month.Spells, s => s.Key), Named(month, month.Oaps, o => o.Key));
            month.Reviews.Add(new(
                Pick($"V{key}", $"V{patient.Local}"), patient.Person, Day(month), spell, spell is null ? oap : null, Type: Pick("CASE", "CRAFT"), Next: Pick<DateOnly?>(month.Period.LastDay, null),
                Planned: Pick<DateOnly?>(month.Period.LastDay, null), Barrier: Pick("BED", "FND", null)));
            var asked = Day(month).ToDateTime(new(9, 0));
            month.Requests.Add(new(
                $"Q{key}", patient.Person, Pick("QEE", "QWW", null), asked, Pick("ADM", "DIV", "REJ", "WDN", "PND"), asked.AddHours(random.Next(90)),
                Pick("200", "201", null), Pick("AAC", "OAC"), Pick("01", "18", null)));
            month.Offers.Add(new($"F{key}", $"Q{key}", Pick("RA101", "X0101"), Pick("ACC", "DEC", "NOA"), asked.AddHours(random.Next(40)), Pick("ACU", "BED", null)));
        }
    }

    void Money(MonthTold month)
    {
        foreach (var category in (string[])["BLOCK", "SPOT", "OAP", "EPC", "COMM", "REINVEST", "OTHER"])
        {
            month.Spend.Add(new(
                Pick("RA1", "RA2", "X01"), Pick("AAC", "OAC", "ASE"), category, random.Next(1, 100_000) / 100m, Pick("QEE", "QWW", null),
                Pick("RA101", "X0101", null), Pick("Y", "N", null),
                category is "SPOT" or "OAP" ? Named(month, month.Spells, s => s.Key) : null, category is "EPC" or "OAP" ? Named(month, month.Oaps, o => o.Key) : null));
        }
    }

    /// <summary>The key of one of the rows, as others name it, or none.</summary>
    string? Named<T>(MonthTold month, List<T> rows, Func<T, string> key) =>
        rows.Count > 0 && random.Next(3) > 0 ? $"{month.Provider}|{key(rows[random.Next(rows.Count)])}" : null;
}
