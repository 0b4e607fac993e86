using Homeward.Columns;

namespace Homeward.Interop.Tests.Measures.Tangled;

/// <summary>People's spells, ward stays and placements, and what hangs on them.</summary>
sealed class TangledLives(TangledRegion region, Random random)
{
    static readonly string?[] Reasons = ["10", "10", "10", "11", "14", "15", "99", "77"];
    static readonly string?[] Classes = ["200", "200", "200", "201", "202", "206", "301", "10", "23", "zz"];
    static readonly string?[] Services = [null, null, null, null, "NCBPS22S/LS_M_LD", "NCBPS22U", "NCBPS23K", "nonsense"];
    static readonly string?[] Senders = ["N01", "N01", "N02", "N0201", "N03", "S01", "S0101", "X01", "ZZZ", null];
    static readonly string?[] Commissioners = ["QN1", "QN2", "QS1", "QZ1", "13Q", "13Q", "ZZ9", null];
    static readonly string?[] Methods = ["1", "1", "2", "3", "4", "6", "8"];
    static readonly string?[] Destinations = ["19", "19", "29", "53", "84", "49"];

    public void Live(int number)
    {
        var person = new TangledPerson(number, random, region);
        var (start, count) = (region.First.FirstDay.AddDays(Chance(6) ? -400 : random.Next(-90, 120)), 1 + random.Next(4));
        for (var spell = 0; spell < count; spell++)
        {
            DateOnly? end = Chance(75) ? start.AddDays(Chance(12) ? 0 : random.Next(70)) : null;
            Admit(person, spell, start, end);
            start = end is { } ended ? ended.AddDays(Pick([-2, 0, 0, 1, 1, 2, 9, 20, 35, 60])) : start.AddDays(random.Next(50));
        }
    }

    void Admit(TangledPerson person, int number, DateOnly start, DateOnly? end)
    {
        var key = $"{person.Number}-{number}";
        var provider = Pick(TangledWorld.Providers);
        var (reason, sender) = (Chance(45) ? Pick(Reasons) : null, Pick(Senders));
        if (Chance(80))
        {
            Receive(person, key, provider, start, end, reason, sender);
        }

        if ((reason is not null || Chance(15)) && Chance(70))
        {
            Send(person, key, Chance(25) ? "Z01" : provider, sender, start, end, reason);
        }
    }

    void Receive(TangledPerson person, string key, string provider, DateOnly start, DateOnly? end, string? reason, string? sender)
    {
        var stays = Stays(provider, start, end);
        var (commissioner, primary, service) = (Pick(Commissioners), Pick<string?>(["01", "18", "12", "xx", null]), Pick(Services));
        var (method, destination, ready) = (Pick(Methods), Pick(Destinations), Chance(35) ? start.AddDays(random.Next(30)) : (DateOnly?)null);
        DateOnly? readyEnd = Chance(60) ? ready?.AddDays(random.Next(25)) : null;
        var silent = Chance(12) ? region.First + random.Next(1, 6) : region.Last + 1;
        foreach (var file in Files(provider, start, end, silent))
        {
            var month = file.Month;
            var local = person.Tell(file, provider);
            var shown = Chance(6) && start < month.LastDay && (end is null || end > start) ? start.AddDays(1) : start;
            file.Add(
                "referrals", ("ServiceRequestID", $"R{key}"), ("LocalPatientID", local), ("OrgIDComm", Chance(6) ? "QS1" : commissioner),
                ("ReferralRequestReceivedDate", start.AddDays(-3)), ("SourceOfReferralMH", "A1"), ("OrgIDReferringOrg", sender),
                ("PrimReasonReferralMH", primary), ("SpecialisedMHServiceCode", service), ("ReasonOAT", Chance(5) ? "14" : reason),
                ("DecisionDate", Chance(70) ? start : null), ("ReferralOutcome", Chance(80) ? "ADM" : null));
            file.Add(
                "spells", ("HospProvSpellID", $"S{key}"), ("ServiceRequestID", $"R{key}"), ("StartDateHospProvSpell", shown),
                ("SourceAdmMHHospProvSpell", "19"), ("MethAdmMHHospProvSpell", "21"), ("DischDateHospProvSpell", Known(end, month)),
                ("MethOfDischMHHospProvSpell", Known(end, month) is null ? null : method),
                ("DestOfDischHospProvSpell", Known(end, month) is null ? null : destination), ("LegalStatusCode", "02"));
            TellStays(file, stays, key, shown);
            if (Chance(40) && start <= month.LastDay)
            {
                var day = start.AddDays(random.Next(18));
                file.Add(
                    "reviews", ("ReviewID", $"E{key}-{month}"), ("LocalPatientID", local), ("HospProvSpellID", $"S{key}"), ("ReviewType", "CRAFT"),
                    ("ReviewDate", day <= month.LastDay ? day : month.LastDay));
            }

            if (ready >= shown && ready <= month.LastDay && (end is null || ready <= end) && Earliest(readyEnd, end) is var until
                && (until is null || until >= month.FirstDay))
            {
                file.Add(
                    "crfd", ("CRFDID", $"C{key}"), ("HospProvSpellID", $"S{key}"), ("StartDate", ready), ("EndDate", Known(until, month)),
                    ("DelayReason", Pick<string?>(["03", "14", "98", null])), ("AttribTo", Pick<string?>(["04", "05", "06", null])));
            }
        }
    }

    /// <summary>The provider's files of the months that see some of the time.</summary>
    IEnumerable<Sheets> Files(string provider, DateOnly start, DateOnly? end, Month silent)
    {
        for (var month = region.First; month <= region.Last && month < silent; month += 1)
        {
            if (start <= month.LastDay && (end is null || end >= month.FirstDay) && region.Of(provider, month) is { } file)
            {
                yield return file;
            }
        }
    }

    List<Stay> Stays(string provider, DateOnly start, DateOnly? end)
    {
        var stays = new List<Stay>();
        var from = Chance(85) ? start : start.AddDays(random.Next(3));
        for (var i = Chance(5) ? 3 : 0; i < 3 && (end is null || from <= end); i++)
        {
            DateOnly? to = i == 2 || Chance(55) ? end : Earliest(from.AddDays(random.Next(30)), end);
            stays.Add(new(Pick(TangledWorld.Sites[provider]), Pick(Classes), Pick(Services), $"W{random.Next(3)}", from, to));
            if (to is null || to == end)
            {
                break;
            }

            from = to.Value.AddDays(Pick([-2, 0, 0, 0, 1]));
            from = from < start ? start : from;
        }

        return stays;
    }

    void TellStays(Sheets file, List<Stay> stays, string key, DateOnly shown)
    {
        foreach (var (stay, i) in stays.Select((stay, i) => (stay, i)))
        {
            var from = stay.From < shown ? shown : stay.From;
            if (from <= file.Month.LastDay && (stay.To is null || (stay.To >= file.Month.FirstDay && stay.To >= from)))
            {
                file.Add(
                    "ward_stays", ("WardStayID", $"W{key}-{i}"), ("HospProvSpellID", $"S{key}"), ("WardCode", stay.Ward), ("SiteIDOfWard", stay.Site),
                    ("StartDateWardStay", from), ("EndDateWardStay", Chance(5) ? null : Known(stay.To, file.Month)), ("MHAdmittedPatientClass", stay.Class),
                    ("SpecialisedMHServiceCode", stay.Service), ("LeaveDays", Chance(15) ? random.Next(4) : null));
                if (Chance(15))
                {
                    file.Add(
                        "restrictive", ("IncidentID", $"I{key}-{i}"), ("WardStayID", $"W{key}-{i}"),
                        ("IncidentDate", from < file.Month.FirstDay ? file.Month.FirstDay : from), ("TypeCode", Pick<string?>(["01", "05"])));
                }
            }
        }
    }

    /// <summary>The sender's own row of a placement, more or less as the receiver has it; and its reviews and bills.</summary>
    void Send(TangledPerson person, string key, string receiver, string? sender, DateOnly start, DateOnly? end, string? reason)
    {
        var provider = Chance(85) && sender is "N01" or "N02" or "N03" or "S01" ? sender : Pick(["N01", "N02", "N03", "S01"]);
        var sites = TangledWorld.Sites[receiver];
        var from = start.AddDays(Pick([0, 0, 0, 1, -1, 6, -8, 9]));
        DateOnly? to = end is null || Chance(20) ? null : end.Value.AddDays(Pick([0, 0, 1, -1, 3]));
        to = to < from ? from : to;
        var (ended, rate, planned) = (Pick<string?>(["REP", "RPC", "DIS", "TRF", null]), Chance(50) ? 500 + 12.5m * random.Next(30) : (decimal?)null, from.AddDays(random.Next(60)));
        var (site, bed, barrier, because) = (Chance(20) ? null : Pick(sites), Pick(Classes), Pick<string?>(["BED", "LEG", null]), Chance(80) ? reason ?? "10" : Pick(Reasons));
        var silent = Chance(15) ? region.First + random.Next(1, 6) : region.Last + 1;
        var first = Chance(12) ? Month.Of(from) + 1 : region.First; // told late
        foreach (var file in Files(provider!, from, to, silent).Where(file => file.Month >= first))
        {
            var month = file.Month;
            var local = person.Tell(file, provider!);
            file.Add(
                "oaps", ("OAPID", $"O{key}"), ("LocalPatientID", local), ("OrgIDSending", Chance(10) ? TangledWorld.Sites[provider!][0] : provider),
                ("OrgIDReceiving", receiver), ("SiteIDReceiving", site), ("OATReason", because), ("StartDateOAP", from),
                ("EndDateOAP", Known(to, month)), ("MHAdmittedPatientClass", bed), ("EndReason", Known(to, month) is null ? null : ended),
                ("DailyRate", rate), ("PlannedReturnDate", Chance(60) ? planned : null), ("Barrier", barrier));
            if (Chance(40))
            {
                file.Add(
                    "reviews", ("ReviewID", $"V{key}-{month}"), ("LocalPatientID", local), ("HospProvSpellID", Chance(40) ? $"S{key}" : null),
                    ("OrgIDSpell", Chance(60) ? receiver : null), ("OAPID", Chance(60) ? $"O{key}" : null),
                    ("ReviewType", Pick<string?>(["CRAFT", "CPA", "CASE", "CTR"])), ("ReviewDate", month.FirstDay.AddDays(random.Next(28))),
                    ("NextReviewDue", Chance(60) ? month.FirstDay.AddDays(random.Next(70)) : null),
                    ("PlannedReturnDate", Chance(40) ? planned.AddDays(10) : null), ("Barrier", Pick<string?>(["BED", "PLC", null])));
            }

            if (Chance(50))
            {
                Bill(region.Of(provider!, month + Pick([0, 0, 0, 1, 2])) ?? file, $"{key}-{month}", receiver, site, key);
            }
        }
    }

    /// <summary>Some come after the placement has ended, some name it by the spell, some take money back.</summary>
    void Bill(Sheets file, string id, string receiver, string? site, string key)
    {
        var bySpell = Chance(40);
        file.Add(
            "spend", ("SpendID", $"P{id}"), ("OrgIDPayee", receiver), ("SiteIDPayee", Chance(60) ? site : null), ("OrgIDComm", Pick(Commissioners)),
            ("ServiceLine", Pick<string?>(["AAC", "CYP", "ASE", "OAC", "zz"])), ("Category", Pick<string?>(["OAP", "SPOT", "EPC"])), ("PeriodMonth", $"{file.Month}"),
            ("AmountActual", (Chance(10) ? -1 : 1) * (1000 + 37.25m * random.Next(200))), ("Recurrent", Pick<string?>(["Y", "N", null])),
            ("OccupiedBedDaysBilled", random.Next(30)), ("HospProvSpellID", bySpell ? $"S{key}" : null),
            ("OrgIDSpell", bySpell && Chance(50) ? receiver : null), ("OAPID", bySpell && Chance(50) ? null : $"O{key}"));
    }

    T Pick<T>(T[] from) => from[random.Next(from.Length)];

    bool Chance(int percent) => random.Next(100) < percent;

    static DateOnly? Known(DateOnly? end, Month month) => end <= month.LastDay ? end : null;

    static DateOnly? Earliest(DateOnly? one, DateOnly? other) => one is null || other < one ? other : one;

    sealed record Stay(string Site, string? Class, string? Service, string Ward, DateOnly From, DateOnly? To);
}
