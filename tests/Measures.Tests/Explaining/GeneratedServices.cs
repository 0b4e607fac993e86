using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Explaining;

/// <summary>Gives generated months what is not a stay: beds, waits for discharge, caseloads, reviews, the hub, incidents and money.</summary>
sealed class GeneratedServices(int seed)
{
    readonly Random random = new(seed);

    public IReadOnlyList<MonthTold> AddTo(IReadOnlyList<MonthTold> months)
    {
        foreach (var month in months)
        {
            Beds(month);
            Waits(month);
            People(month);
            Money(month);
        }

        return months;
    }

    T Pick<T>(params T[] from) => from[random.Next(from.Length)];

    DateOnly Day(MonthTold month) => month.Period.FirstDay.AddDays(random.Next(28));

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
        foreach (var spell in month.Spells.Where(s => s.End is null && random.Next(4) == 0))
        {
            month.Ready.Add(new($"C{spell.Key}", spell.Key, Day(month), null, Pick("01", "08", "zz", null), Pick("04", "05", null)));
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
            month.Reviews.Add(new(
                $"V{key}", patient.Person, Day(month), Type: Pick("CASE", "CRAFT"), Next: Pick<DateOnly?>(month.Period.LastDay, null),
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
                Pick("RA101", "X0101", null), Pick("Y", "N", null), Oap: month.Oaps.Count > 0 && category == "OAP" ? $"{month.Provider}|{month.Oaps[0].Key}" : null));
        }
    }
}
