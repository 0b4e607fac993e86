using Homeward.Measures.Belonging;
using Homeward.Measures.Records;
using Homeward.Measures.Stories;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

static class ReferralsAndHub
{
    const long DayMilliseconds = 86_400_000;
    const double HourMilliseconds = 3_600_000;

    static readonly Split Received = Count("received");
    static readonly Dictionary<string, Split> Outcomes = new[] { "ADM", "DIV", "REJ", "WDN", "PND" }
        .ToDictionary(code => code, code => Count(code.ToLowerInvariant()), StringComparer.Ordinal);

    static readonly Split Diverted = new("pct_diverted", Unit.Percent, Figure.Ratio, Windows.Standard) { Scale = 100 };
    static readonly Split Decision = new("median_decision", Unit.Days, Figure.Quantile, Windows.Standard);
    static readonly Split Admission = new("median_admission", Unit.Days, Figure.Quantile, Windows.Standard);
    static readonly Split Declined = Count("declined");
    static readonly Split HoursToBed = new("median_hours_to_bed", Unit.Hours, Figure.Quantile, Windows.Standard);

    public static Measure Measure { get; } = new(
        "K27",
        "Referrals and the hub",
        "Requests for a bed, or referrals where the collaborative sends no requests: what became of them, and how long it took.",
        "Of requests (referrals) received in the window: received, and by outcome adm, div, rej, wdn, pnd; pct_diverted = 100 x div / (adm + div); "
            + "median days to the decision and to the admission; of requests also offers declined, by Site and Decline Reason, and median hours "
            + "to an accepted bed.",
        Polarity.Neutral,
        Looks.People,
        [Received, .. Outcomes.Values, Diverted, Decision, Admission, Declined, HoursToBed])
    {
        Count = static (person, tally) =>
        {
            foreach (ref readonly var referral in person.Region.Referrals.Of(person.Person))
            {
                var collaborative = person.Lenses.Beds(referral.Provider, referral.Line, referral.Month);
                if (person.Sees(referral.Month) && person.Window.Holds(referral.Received) && !person.UsesRequests(collaborative))
                {
                    Add(person, tally, referral, collaborative);
                }
            }

            var first = person.Region.Small.Requests.Starts[person.Person];
            var requests = person.Region.Small.Requests.Of(person.Person);
            for (var r = 0; r < requests.Length; r++)
            {
                if (person.Sees(requests[r].Month) && person.Window.Holds((int)(requests[r].Received / DayMilliseconds)))
                {
                    Add(person, tally, requests[r], first + r);
                }
            }
        },
    };

    static Split Count(string name) => new(name, Unit.Count, Figure.Sum, Windows.Standard);

    static void Add(PersonWindow person, Tally tally, in Referral referral, int collaborative)
    {
        var subject = new Asked("referrals", Facets.All, [])
        {
            Person = referral.Person,
            PeopleCollaborative = collaborative,
            BedsCollaborative = Memberships.None,
            Provider = referral.Provider,
            Home = referral.Home,
            Commissioner = referral.Commissioner,
            Line = referral.Line,
            Demographics = referral.Demographics,
            PrimaryReason = referral.PrimaryReason,
        };
        AddOutcome(tally, subject, person.Region.Pools.Outcomes[referral.Outcome]);
        if (referral.Decided != Day.Open)
        {
            tally.AddValue(Decision, Lens.People, subject, Tally.AnyBed, referral.Decided - referral.Received);
        }

        if (FirstSpellOf(person, referral) is { } start)
        {
            tally.AddValue(Admission, Lens.People, subject, Tally.AnyBed, start - referral.Received);
        }
    }

    static int? FirstSpellOf(PersonWindow person, in Referral referral)
    {
        foreach (ref readonly var spell in person.Region.Spells.AsSpan(person.Region.SpellsOf[person.Person]..person.Region.SpellsOf[person.Person + 1]))
        {
            if (spell.Referral >= 0 && person.Sees(spell.Month) && person.Region.Referrals.Rows[spell.Referral] is var own
                && own.Provider == referral.Provider && own.Key == referral.Key)
            {
                return spell.Start;
            }
        }

        return null;
    }

    static void Add(PersonWindow person, Tally tally, in Request request, int index)
    {
        var subject = Asking(person, request, []);
        var outcome = person.Region.Pools.Outcomes[request.Outcome];
        AddOutcome(tally, subject, outcome, request.BedClass);
        var received = (int)(request.Received / DayMilliseconds);
        if (request.Decided != long.MaxValue)
        {
            tally.AddValue(Decision, Lens.People, subject, request.BedClass, (int)(request.Decided / DayMilliseconds) - received);
        }

        if (outcome == "ADM" && FirstSpellFrom(person, received) is { } start)
        {
            tally.AddValue(Admission, Lens.People, subject, request.BedClass, start - received);
        }

        AddOffers(person, tally, request, index);
    }

    static Asked Asking(PersonWindow person, in Request request, (Breakdown, int)[] own) =>
        new("requests", Facets.Provider | Facets.Home | Facets.Line | Facets.Demographics | Facets.PrimaryReason, own)
        {
            Person = request.Person,
            PeopleCollaborative = person.Lenses.Beds(request.Provider, request.Line, request.Month),
            BedsCollaborative = Memberships.None,
            Provider = request.Provider,
            Home = request.Home,
            Line = request.Line,
            Demographics = request.Demographics,
            PrimaryReason = request.PrimaryReason,
        };

    static void AddOffers(PersonWindow person, Tally tally, in Request request, int index)
    {
        var (pools, answered) = (person.Region.Pools, long.MaxValue);
        foreach (ref readonly var offer in person.Region.Small.OffersOf(index))
        {
            if (!person.Sees(offer.Month))
            {
                continue;
            }

            if (pools.Answers[offer.Answer] == "DEC")
            {
                var subject = Asking(person, request, [(Breakdown.DecliningSite, offer.Site), (Breakdown.DeclineReason, offer.DeclineReason)]);
                tally.Add(Declined, Scope.All, Lens.People, subject, request.BedClass, 1);
            }
            else if (pools.Answers[offer.Answer] == "ACC")
            {
                answered = Math.Min(answered, offer.Answered);
            }
        }

        if (answered != long.MaxValue)
        {
            var hours = (answered - request.Received) / HourMilliseconds;
            tally.AddValue(HoursToBed, Lens.People, Asking(person, request, []), request.BedClass, hours);
        }
    }

    static void AddOutcome(Tally tally, Asked subject, string outcome, int bedClass = Tally.AnyBed)
    {
        tally.Add(Received, Scope.All, Lens.People, subject, bedClass, 1);
        if (Outcomes.TryGetValue(outcome, out var split))
        {
            tally.Add(split, Scope.All, Lens.People, subject, bedClass, 1);
        }

        if (outcome is "ADM" or "DIV")
        {
            tally.Add(Diverted, Scope.All, Lens.People, subject, bedClass, outcome == "DIV" ? 1 : 0, 1);
        }
    }

    /// <summary>A request names no spell: the person's first that begins on its day or later.</summary>
    static int? FirstSpellFrom(PersonWindow person, int day)
    {
        int? first = null;
        foreach (var spell in person.Spells)
        {
            if (spell.Start >= day && (first is null || spell.Start < first))
            {
                first = spell.Start;
            }
        }

        return first;
    }

    sealed class Asked(string table, Facets facets, (Breakdown, int)[] own) : Subject
    {
        protected override string Table => table;

        public override Facets Facets => facets;

        public override bool PeopleOnly => true;

        public override ReadOnlySpan<(Breakdown Breakdown, int Level)> OwnLevels => own;
    }
}
