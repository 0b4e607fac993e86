using Homeward.Columns;
using Homeward.Measures.Tests.Told;
using Homeward.Reference;

namespace Homeward.Measures.Tests.Naive;

/// <summary>K25 coverage, K27 referrals and the hub, K29 community caseload.</summary>
sealed class NaiveServices(NaiveTally tally, NaiveWindowRecords records, IReadOnlyList<JudgedSubmission> judged, ReferenceData reference)
{
    static readonly string[] OfAPerson = ["Provider", "ICB", "Service Line", "Age Band", "Gender", "Ethnic Group", "IMD Decile"];

    readonly NaiveWindow window = tally.Window;
    readonly ILookup<(string Provider, string Request), Seen<OfferTold>> offers =
        records.Newest(m => m.Offers, o => o.Key).ToLookup(o => (o.Provider, o.Row.Request));

    public void Count()
    {
        Coverage();
        Caseload();
        var requests = records.Newest(m => m.Requests, r => r.Key).Select(r => (Subject: Subject(r), r)).ToList();
        foreach (var (subject, request) in requests.Where(r => window.Holds(DateOnly.FromDateTime(r.r.Row.Received))))
        {
            Request(subject, request);
        }

        // Where a collaborative has requests in the window, its referrals are passed over.
        var hubs = requests.Select(r => r.Subject.PeopleCollaborative).ToHashSet();
        foreach (var referral in records.Newest(m => m.Referrals, r => r.Key).Where(r => window.Holds(r.Row.Received)))
        {
            var subject = Subject(referral);
            if (!hubs.Contains(subject.PeopleCollaborative))
            {
                var start = records.Every(m => m.Spells).Where(s => s.Provider == referral.Provider && s.Row.Referral == referral.Row.Key)
                    .Select(s => records.Spells.Single(n => !n.StandsIn && n.Provider == s.Provider && n.Key == s.Row.Key).Start);
                Asked(subject, null, true, referral.Row.Outcome, referral.Row.Received, referral.Row.Decided, start.Min(d => (DateOnly?)d));
            }
        }
    }

    /// <summary>Every expected provider-month, once in its collaborative and once in the programme.</summary>
    void Coverage()
    {
        foreach (var collaborative in reference.Collaboratives)
        {
            for (var month = window.First; month <= window.Last; month += 1)
            {
                foreach (var provider in collaborative.Members.Where(m => m.Expected && m.Effective.On(month.LastDay)).Select(m => m.Organisation))
                {
                    var subject = new NaiveSubject
                    {
                        Person = $"{provider} {month}",
                        Provider = provider,
                        BedsCollaborative = collaborative.Code,
                        Tells = ["Provider"],
                    };
                    tally.Add("K25", State(provider, month), "beds", subject, null, 1);
                }
            }
        }
    }

    string State(string provider, Month month)
    {
        var mine = judged.Where(j => j.Provider == provider && j.Period == month).ToList();
        var accepted = mine.Where(j => j.State == SubmissionState.Accepted).ToList();
        var next = month + 1;
        var summer = next.Number is >= 4 and <= 10;
        var cutOff = new DateTimeOffset(next.Year, next.Number, 21, 23, 59, 0, TimeSpan.FromHours(summer ? 1 : 0));
        return accepted.Count > 0 ? accepted.Min(j => j.Received) > cutOff ? "late" : "accepted" : mine.Count > 0 ? "rejected" : "missing";
    }

    void Caseload()
    {
        foreach (var (provider, month, row) in records.Newest(m => m.Caseloads, c => c.Key))
        {
            var subject = Person(provider, month, row.Person, row.Home, row.Line);
            if (window.Name == "M" && records.Open(row.Start, row.End, month))
            {
                tally.Add("K29", "open", "people", subject, null, 1);
            }

            if (window.Holds(row.Start))
            {
                tally.Add("K29", "started", "people", subject, null, 1);
            }

            if (window.Holds(row.End))
            {
                tally.Add("K29", "ended", "people", subject, null, 1);
            }

            tally.Add("K29", "people", "people", subject, null, 1);
        }
    }

    void Request(NaiveSubject subject, Seen<RequestTold> request)
    {
        var (provider, _, row) = request;
        var bed = records.BedClass(row.BedClass);
        var received = DateOnly.FromDateTime(row.Received);
        DateOnly? decided = row.Decided is null ? null : DateOnly.FromDateTime(row.Decided.Value);
        var admitted = records.Spells.Where(s => row.Outcome == "ADM" && s.Person == subject.Person && s.Start >= received).Min(s => (DateOnly?)s.Start);
        Asked(subject, bed, false, row.Outcome, received, decided, admitted);

        var asked = offers[(provider, row.Key)].ToList();
        foreach (var (_, month, offer) in asked.Where(o => o.Row.Answer == "DEC"))
        {
            var why = records.Valid(CodeList.DeclineReason, offer.Decline, month);
            tally.Add("K27", "declined", "people", subject with { Also = [("Site", offer.Site), ("Decline Reason", why)] }, bed, 1);
        }

        if (asked.Where(o => o.Row.Answer == "ACC").Min(o => o.Row.Answered) is { } bedFound)
        {
            tally.Add("K27", "median_hours_to_bed", "people", subject, bed, (bedFound - row.Received).TotalHours);
        }
    }

    void Asked(NaiveSubject subject, string? bed, bool noBed, string? outcome, DateOnly received, DateOnly? decided, DateOnly? admitted)
    {
        void Add(string split, double numerator, double denominator = 0) => tally.Contribute(new(
            "K27", split, "all", window.Name, null, "people", subject, bed, numerator, denominator, NoBedRow: noBed));
        Add("received", 1);
        if (outcome is "ADM" or "DIV" or "REJ" or "WDN" or "PND")
        {
            Add(outcome.ToLowerInvariant(), 1);
        }

        if (outcome is "ADM" or "DIV")
        {
            Add("pct_diverted", outcome == "DIV" ? 1 : 0, 1);
        }

        if (decided is not null)
        {
            Add("median_decision", decided.Value.DayNumber - received.DayNumber);
        }

        if (admitted is not null)
        {
            Add("median_admission", admitted.Value.DayNumber - received.DayNumber);
        }
    }

    NaiveSubject Subject(Seen<RequestTold> request)
    {
        var (provider, month, row) = request;
        var subject = Person(provider, month, row.Person, row.Home, row.Line);
        return subject with { Primary = row.Primary, Tells = [.. OfAPerson, "Primary Reason for Referral", "Bed Class"] };
    }

    NaiveSubject Subject(Seen<Referral> referral)
    {
        var (provider, month, row) = referral;
        var subject = Person(provider, month, row.Person, row.Home, row.Line);
        return subject with { Primary = row.Primary, Commissioner = row.Commissioner, Tells = [.. OfAPerson, "Primary Reason for Referral", "Commissioner"] };
    }

    /// <summary>A row of a person that belongs to its submitter.</summary>
    NaiveSubject Person(string provider, Month month, string told, string? home, string? ofLine)
    {
        var (person, patient) = records.Who(provider, month, told);
        var line = NaiveWindowRecords.Line(ofLine);
        return new()
        {
            Person = person,
            Provider = provider,
            Home = home,
            Line = line,
            Patient = patient,
            PeopleCollaborative = records.MemberOf(provider, line, month.LastDay),
            Tells = OfAPerson,
        };
    }
}
