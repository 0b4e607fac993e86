using Homeward.Columns;

namespace Homeward.Synthetic.Tests.Naive;

/// <summary>Placements of a window by kpis.md §2, the long way round: an opinion of its own on what the files say.</summary>
sealed record NaivePlacement(string Person, string? Sender, string Receiver, DateOnly Start, DateOnly? End, string Reason, string BedCode, string? Home)
{
    public DateOnly? End { get; set; } = End;

    public bool FromSender { get; init; }

    public int NightsIn(DateOnly from, DateOnly to)
    {
        var (first, last) = (Start > from ? Start : from, End is { } end && end <= to ? end : to.AddDays(1));
        return Math.Max(0, last.DayNumber - first.DayNumber);
    }

    public bool ActiveAt(DateOnly day) => Start <= day && (End is null || End > day);

    /// <summary>Everything that the window's submissions hold, matched from both sides and with overlaps ended.</summary>
    public static IReadOnlyList<NaivePlacement> In(IEnumerable<NaiveMonth> months, Month from, Month to, Func<string, string?> icbOfPractice)
    {
        var window = months.Where(month => from <= month.Period && month.Period <= to).OrderBy(month => month.Period).ToList();
        var received = Latest(window.SelectMany(month => Received(month, icbOfPractice)));
        var sent = Latest(window.SelectMany(Sent));
        var matched = Match(received, sent).ToList();
        foreach (var placement in matched.OrderBy(placement => placement.Start).ToList())
        {
            var later = matched.Where(other => other.Person == placement.Person && other.Start > placement.Start
                && (placement.End is null || other.Start < placement.End)).ToList();
            if (later.Count > 0)
                placement.End = later.Max(other => other.Start);
        }

        return matched;
    }

    static IEnumerable<NaivePlacement> Match(IReadOnlyList<NaivePlacement> received, IReadOnlyList<NaivePlacement> sent)
    {
        var pairs = from r in received
                    from s in sent
                    where r.Person == s.Person && r.Sender == s.Sender && r.Receiver == s.Receiver
                    let apart = Math.Abs(r.Start.DayNumber - s.Start.DayNumber)
                    where apart <= 7 || (r.Start < (s.End ?? DateOnly.MaxValue) && s.Start < (r.End ?? DateOnly.MaxValue))
                    orderby apart
                    select (r, s);
        var (usedReceived, usedSent) = (new Dictionary<NaivePlacement, NaivePlacement>(), new HashSet<NaivePlacement>());
        foreach (var (r, s) in pairs.Where(pair => !usedReceived.ContainsKey(pair.r) && !usedSent.Contains(pair.s)))
        {
            usedReceived[r] = s;
            usedSent.Add(s);
        }

        foreach (var placement in received)
        {
            var reason = placement.Reason == "99" && usedReceived.TryGetValue(placement, out var pair) ? pair.Reason : placement.Reason;
            yield return placement with { Reason = reason };
        }

        foreach (var placement in sent.Where(placement => !usedSent.Contains(placement)))
            yield return placement;
    }

    static IEnumerable<(string Key, NaivePlacement Placement)> Received(NaiveMonth month, Func<string, string?> icbOfPractice) =>
        from spell in month["spells"]
        join referral in month["referrals"] on spell["ServiceRequestID"] equals referral["ServiceRequestID"]
        where referral["ReasonOAT"] != ""
        join patient in month["patients"] on referral["LocalPatientID"] equals patient["LocalPatientID"]
        join stay in month["ward_stays"] on spell["HospProvSpellID"] equals stay["HospProvSpellID"] into stays
        let stay = stays.MaxBy(stay => stay["StartDateWardStay"])
        let sender = referral["OrgIDReferringOrg"]
        let commissioner = referral["OrgIDComm"]
        select ($"{month.Provider}|{spell["HospProvSpellID"]}", new NaivePlacement(
            PersonOf(month, patient),
            sender == "" ? null : sender[..3],
            month.Provider,
            spell.Date("StartDateHospProvSpell"),
            spell.Day("DischDateHospProvSpell"),
            referral["ReasonOAT"],
            stay["MHAdmittedPatientClass"],
            commissioner.StartsWith('Q') ? commissioner : icbOfPractice(patient["GMPReg"])));

    static IEnumerable<(string Key, NaivePlacement Placement)> Sent(NaiveMonth month) =>
        from oap in month["oaps"]
        join patient in month["patients"] on oap["LocalPatientID"] equals patient["LocalPatientID"]
        select ($"{month.Provider}|{oap["OAPID"]}", new NaivePlacement(
            PersonOf(month, patient),
            oap["OrgIDSending"][..3],
            oap["OrgIDReceiving"],
            oap.Date("StartDateOAP"),
            oap.Day("EndDateOAP"),
            oap["OATReason"],
            oap["MHAdmittedPatientClass"],
            null)
        { FromSender = true });

    static List<NaivePlacement> Latest(IEnumerable<(string Key, NaivePlacement Placement)> rows) =>
        [.. rows.GroupBy(row => row.Key).Select(copies => copies.Last().Placement)];

    static string PersonOf(NaiveMonth month, NaiveRow patient) =>
        patient["NHSNumber"] == "" ? $"{month.Provider}|{patient["LocalPatientID"]}" : patient["NHSNumber"];
}
