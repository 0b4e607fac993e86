namespace Homeward.Synthetic.Tests.Naive;

/// <summary>Somebody in a bed at some time, as one provider tells it: a spell, or a row of oaps about a hospital that never submits.</summary>
/// <param name="Key">Provider and spell, or provider and oaps row.</param>
/// <param name="Line">ASE, LDA, CYP, …</param>
/// <param name="Home">Commissioner of the home.</param>
sealed record NaiveStay(string Key, string Person, string Provider, string Site, string Line, string? Home, DateOnly Start, DateOnly? End, string? Sender)
{
    /// <summary>How an oaps row ended; null where it has not, or for a spell.</summary>
    public string? EndReason { get; init; }

    /// <summary>As the provider's record has it.</summary>
    public string Postcode { get; init; } = "";

    public bool OpenAt(DateOnly day) => Start <= day && (End is null || End > day);

    public int NightsIn(DateOnly from, DateOnly to)
    {
        var (first, last) = (Start > from ? Start : from, End is { } end && end <= to ? end : to.AddDays(1));
        return Math.Max(0, last.DayNumber - first.DayNumber);
    }

    /// <summary>Every stay that the months know of, as the latest of them has it.</summary>
    /// <param name="homes">Codes of commissioners that are homes.</param>
    public static IReadOnlyList<NaiveStay> In(IEnumerable<NaiveMonth> months, Func<string, string?> icbOfPractice, IReadOnlySet<string> homes)
    {
        var read = months.OrderBy(month => month.Period).ToList();
        var submitters = read.Select(month => month.Provider).ToHashSet();
        return
        [
            .. read.SelectMany(month => Spells(month, icbOfPractice, homes).Concat(Sent(month, submitters, icbOfPractice)))
                .GroupBy(stay => stay.Key).Select(copies => copies.Last()),
        ];
    }

    static IEnumerable<NaiveStay> Spells(NaiveMonth month, Func<string, string?> icbOfPractice, IReadOnlySet<string> homes)
    {
        var stays = month["ward_stays"].ToLookup(stay => stay["HospProvSpellID"]);
        var patients = month["patients"].ToDictionary(patient => patient["LocalPatientID"]);
        var referrals = month["referrals"].ToDictionary(referral => referral["ServiceRequestID"]);
        foreach (var spell in month["spells"])
        {
            var referral = referrals[spell["ServiceRequestID"]];
            var patient = patients[referral["LocalPatientID"]];
            var ward = stays[spell["HospProvSpellID"]].MaxBy(stay => stay["StartDateWardStay"])!;
            yield return new(
                $"{month.Provider}|{spell["HospProvSpellID"]}",
                patient["NHSNumber"],
                month.Provider,
                ward["SiteIDOfWard"],
                LineOf(ward["SpecialisedMHServiceCode"], ward["MHAdmittedPatientClass"]),
                homes.Contains(referral["OrgIDComm"]) ? referral["OrgIDComm"] : icbOfPractice(patient["GMPReg"]),
                spell.Date("StartDateHospProvSpell"),
                spell.Day("DischDateHospProvSpell"),
                referral["ReasonOAT"] == "" ? null : referral["OrgIDReferringOrg"])
            {
                Postcode = patient["Postcode"],
            };
        }
    }

    static IEnumerable<NaiveStay> Sent(NaiveMonth month, HashSet<string> submitters, Func<string, string?> icbOfPractice)
    {
        var patients = month["patients"].ToDictionary(patient => patient["LocalPatientID"]);
        foreach (var oap in month["oaps"].Where(oap => !submitters.Contains(oap["OrgIDReceiving"])))
        {
            var patient = patients[oap["LocalPatientID"]];
            yield return new(
                $"{month.Provider}|oap|{oap["OAPID"]}",
                patient["NHSNumber"],
                oap["OrgIDReceiving"],
                oap["SiteIDReceiving"],
                LineOf("", oap["MHAdmittedPatientClass"]),
                icbOfPractice(patient["GMPReg"]),
                oap.Date("StartDateOAP"),
                oap.Day("EndDateOAP"),
                oap["OrgIDSending"])
            {
                EndReason = oap["EndReason"] == "" ? null : oap["EndReason"],
                Postcode = patient["Postcode"],
            };
        }
    }

    static string LineOf(string service, string bed) => service.EndsWith("_LD", StringComparison.Ordinal) ? "LDA" : bed switch
    {
        "206" or "207" or "208" or "19" or "20" or "21" => "ASE",
        "203" or "13" => "AED",
        "205" or "213" or "15" or "37" => "LDA",
        "212" or "17" => "REH",
        "201" or "11" => "OAC",
        "200" or "202" or "10" or "12" => "AAC",
        _ => "CYP",
    };
}
