namespace Homeward.Interop.Tests.Measures.Tangled;

/// <summary>What does not hang on a spell: wards, the hub's requests, referrals without a spell, community caseload, block contracts.</summary>
sealed class TangledServices(TangledRegion region, Random random)
{
    public void Add(int people)
    {
        var others = Enumerable.Range(people, 12).Select(number => new TangledPerson(number, random, region)).ToArray();
        foreach (var provider in TangledWorld.Providers)
        {
            for (var month = region.First; month <= region.Last; month += 1)
            {
                if (region.Of(provider, month) is { } file)
                {
                    Wards(file, provider);
                    Block(file, provider);
                    Hub(file, provider, others);
                    Referrals(file, provider, others);
                }
            }

            Community(provider, others);
        }
    }

    void Wards(Sheets file, string provider)
    {
        for (var ward = 0; ward < 3; ward++)
        {
            var closed = Chance(40) ? random.Next(60) : 0;
            file.Add(
                "beds", ("WardCode", $"W{ward}"), ("SiteIDOfWard", Pick(TangledWorld.Sites[provider])), ("MHAdmittedPatientClass", Pick(["200", "201", "206", "301", "10"])),
                ("WardIntendedSex", Pick(["M", "F", "X"])), ("WardSecLevel", "0"), ("CommissionedBeds", Chance(90) ? 12 + ward : null),
                ("AvailBedDays", Chance(10) ? 0 : 200 + random.Next(150)), ("ClosedBedDays", closed), ("OpenBeds", Chance(80) ? random.Next(15) : null),
                ("ClosedReason", closed > 0 ? Pick<string?>(["STF", "ACU", "zz", null]) : null));
        }
    }

    void Block(Sheets file, string provider)
    {
        foreach (var (category, i) in ((string[])["BLOCK", "COMM", "REINVEST", "OTHER", "SPOT", "BLOCK"]).Select((category, i) => (category, i)))
        {
            if (Chance(75))
            {
                var payee = Pick(["N01", "N02", "S01", "X01", "Z01"]);
                file.Add(
                    "spend", ("SpendID", $"B{i}"), ("OrgIDPayee", payee), ("SiteIDPayee", Chance(50) ? Pick(TangledWorld.Sites[payee]) : null),
                    ("OrgIDComm", Pick<string?>(["QN1", "QN2", "QS1", "13Q", null])), ("ServiceLine", Pick(["AAC", "CYP", "ASE", "OAC"])), ("Category", category),
                    ("PeriodMonth", $"{file.Month}"), ("AmountActual", 20_000 + 0.01m * random.Next(5_000_000)), ("Recurrent", Pick<string?>(["Y", "N", null])));
            }
        }
    }

    void Hub(Sheets file, string provider, TangledPerson[] others)
    {
        if (provider is "X01" or "N03" || (provider == "S01" && file.Month < region.Last - 1))
        {
            return; // the south has a hub from its last months on
        }

        for (var i = 0; i < random.Next(5); i++)
        {
            var received = file.Month.FirstDay.AddDays(random.Next(27)).ToDateTime(new TimeOnly(random.Next(24), random.Next(60)));
            var outcome = Pick(["ADM", "ADM", "DIV", "REJ", "WDN", "PND"]);
            var (key, person) = ($"Q{file.Month}-{i}", Pick(others));
            file.Add(
                "requests", ("RequestID", key), ("LocalPatientID", person.Tell(file, provider)), ("OrgIDReferring", Pick(["N01", "S01", "X01"])),
                ("ReceivedDateTime", received), ("MHAdmittedPatientClass", Pick<string?>(["200", "301", null])), ("PrimReasonReferralMH", "18"), ("Outcome", outcome),
                ("OutcomeDateTime", outcome == "PND" || Chance(10) ? null : received.AddHours(random.Next(200))), ("AlternativeService", outcome == "DIV" ? "HTT" : null));
            if (outcome == "PND" && region.Of(provider, file.Month + 1) is { } later)
            {
                later.Add(
                    "requests", ("RequestID", key), ("LocalPatientID", person.Tell(later, provider)), ("OrgIDReferring", "N01"), ("ReceivedDateTime", received),
                    ("MHAdmittedPatientClass", "200"), ("PrimReasonReferralMH", "18"), ("Outcome", Pick(["ADM", "DIV"])), ("OutcomeDateTime", received.AddHours(900)));
            }

            for (var offer = 0; offer < random.Next(3); offer++)
            {
                var answer = Pick(["ACC", "DEC", "DEC", "NOA"]);
                file.Add(
                    "offers", ("OfferID", $"{key}-{offer}"), ("RequestID", key), ("SiteID", Pick(TangledWorld.Sites[Pick(TangledWorld.Providers)])),
                    ("AskedDateTime", received.AddHours(1)), ("AnswerDateTime", answer == "NOA" ? null : received.AddHours(1 + random.Next(30))), ("Answer", answer),
                    ("DeclineReason", answer == "DEC" ? Pick<string?>(["BED", "STF", "zz", null]) : null));
            }
        }
    }

    void Referrals(Sheets file, string provider, TangledPerson[] others)
    {
        for (var i = 0; i < random.Next(4); i++)
        {
            var received = file.Month.FirstDay.AddDays(random.Next(27));
            file.Add(
                "referrals", ("ServiceRequestID", $"T{file.Month}-{i}"), ("LocalPatientID", Pick(others).Tell(file, provider)),
                ("OrgIDComm", Pick<string?>(["QN1", "QN2", "QS1", "13Q", null])), ("ReferralRequestReceivedDate", received), ("SourceOfReferralMH", "A1"),
                ("OrgIDReferringOrg", "N01"), ("PrimReasonReferralMH", "18"), ("SpecialisedMHServiceCode", Pick<string?>(["NCBPS23K", "NCBPS22U", null])),
                ("ReasonOAT", Chance(10) ? "10" : null), ("DecisionDate", Chance(70) ? received.AddDays(random.Next(3)) : null),
                ("ReferralOutcome", Pick<string?>(["ADM", "DIV", "REJ", "WDN", "PND", null])));
        }
    }

    void Community(string provider, TangledPerson[] others)
    {
        foreach (var (person, i) in others.Select((person, i) => (person, i)))
        {
            var start = region.First.FirstDay.AddDays(random.Next(-60, 200));
            DateOnly? end = Chance(60) ? start.AddDays(random.Next(90)) : null;
            for (var month = region.First; month <= region.Last; month += 1)
            {
                if (start <= month.LastDay && (end is null || end >= month.FirstDay) && region.Of(provider, month) is { } file && !Chance(5))
                {
                    file.Add(
                        "community", ("CaseloadID", $"L{i}"), ("LocalPatientID", person.Tell(file, provider)), ("TeamCode", "T1"),
                        ("ServiceLine", Pick(["AAC", "CYP", "ASE"])), ("StartDate", start), ("EndDate", end <= month.LastDay ? end : null));
                }
            }
        }
    }

    T Pick<T>(T[] from) => from[random.Next(from.Length)];

    bool Chance(int percent) => random.Next(100) < percent;
}
