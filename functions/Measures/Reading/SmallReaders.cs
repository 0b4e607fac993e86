using Homeward.Measures.Records;
using Homeward.Reference;

namespace Homeward.Measures.Reading;

/// <summary>How the smaller tables become records.</summary>
sealed class SmallReaders(Pools pools, PeopleReader people, SpellReader spells, WardStayReader stays)
{
    public KeyedReader<Ready> Ready() => new(
        "crfd",
        ["crfd_id", "hosp_prov_spell_id", "start_date", "end_date", "delay_reason", "attrib_to"],
        (table, file) =>
        {
            var spell = spells.Of(table.Text("hosp_prov_spell_id"));
            var (start, end) = (table.Date("start_date"), new Days(table.Date("end_date")));
            var delay = pools.Listed(table.Text("delay_reason"), CodeList.DelayReason, pools.DelayReasons, file.Month);
            var attributable = pools.Listed(table.Text("attrib_to"), CodeList.AttributableTo, pools.AttributableTo, file.Month);
            return row => new()
            {
                Spell = spell[row],
                Month = file.Index,
                Start = start.Values[row],
                End = spells.EndWithin(spell[row], end[row], file.Index),
                DelayReason = delay[row],
                AttributableTo = attributable[row],
            };
        });

    public KeyedReader<Caseload> Caseloads() => new(
        "community",
        ["caseload_id", "person_id", "home_icb", "service_line", "start_date", "end_date"],
        (table, file) =>
        {
            var person = people.Of(table.Text("person_id"));
            var (home, line) = (pools.Icb(table.Text("home_icb")), Pools.Line(table.Text("service_line")));
            var (start, end) = (table.Date("start_date"), new Days(table.Date("end_date")));
            return row => new()
            {
                Person = people.SameAs(person[row]),
                Demographics = people.DemographicsOf(person[row]),
                Provider = file.Provider,
                Month = file.Index,
                Start = start.Values[row],
                End = end[row],
                Line = (ServiceLine)line[row],
                Home = home[row],
            };
        });

    /// <param name="links">Receives the keys that reviews name; resolved once every provider is read.</param>
    public KeyedReader<Review> Reviews(Links links) => new(
        "reviews",
        [
            "review_id", "person_id", "hosp_prov_spell_id", "oap_id", "review_type", "review_date", "next_review_due", "planned_return_date",
            "barrier",
        ],
        (table, file) =>
        {
            var person = people.Of(table.Text("person_id"));
            var (spell, oap) = (links.Of(table.Text("hosp_prov_spell_id")), links.Of(table.Text("oap_id")));
            var type = pools.Listed(table.Text("review_type"), CodeList.ReviewType, pools.ReviewTypes, file.Month);
            var barrier = pools.Listed(table.Text("barrier"), CodeList.Barrier, pools.Barriers, file.Month);
            var date = table.Date("review_date");
            var (next, planned) = (new Days(table.Date("next_review_due")), new Days(table.Date("planned_return_date")));
            return row => new()
            {
                Person = people.SameAs(person[row]),
                Provider = file.Provider,
                Month = file.Index,
                Spell = spell[row],
                Oap = oap[row],
                NamesNothing = spell[row] < 0 && oap[row] < 0,
                Type = type[row],
                Date = date.Values[row],
                NextDue = next[row],
                PlannedReturn = planned[row],
                Barrier = barrier[row],
            };
        });

    public KeyedReader<Request> Requests() => new(
        "requests",
        [
            "request_id", "person_id", "home_icb", "service_line", "received_date_time", "mh_admitted_patient_class",
            "prim_reason_referral_mh", "outcome", "outcome_date_time",
        ],
        (table, file) =>
        {
            var person = people.Of(table.Text("person_id"));
            var (home, line) = (pools.Icb(table.Text("home_icb")), Pools.Line(table.Text("service_line")));
            var bedClass = pools.BedClass(table.Text("mh_admitted_patient_class"));
            var primary = pools.Listed(table.Text("prim_reason_referral_mh"), CodeList.PrimaryReason, pools.PrimaryReasons, file.Month);
            var outcome = pools.Listed(table.Text("outcome"), CodeList.ReferralOutcome, pools.Outcomes, file.Month);
            var (received, decided) = (table.Timestamp("received_date_time"), table.Timestamp("outcome_date_time"));
            return row => new()
            {
                Person = people.SameAs(person[row]),
                Demographics = people.DemographicsOf(person[row]),
                Provider = file.Provider,
                Month = file.Index,
                Received = received.Values[row],
                Decided = decided[row] ?? long.MaxValue,
                Outcome = outcome[row],
                BedClass = bedClass[row],
                Line = (ServiceLine)line[row],
                Home = home[row],
                PrimaryReason = primary[row],
            };
        });

    public KeyedReader<Offer> Offers(KeyedReader<Request> requests) => new(
        "offers",
        ["offer_id", "request_id", "site_id", "answer_date_time", "answer", "decline_reason"],
        (table, file) =>
        {
            var request = requests.Of(table.Text("request_id"));
            var site = pools.Site(table.Text("site_id"));
            var answer = pools.Listed(table.Text("answer"), CodeList.OfferAnswer, pools.Answers, file.Month);
            var decline = pools.Listed(table.Text("decline_reason"), CodeList.DeclineReason, pools.DeclineReasons, file.Month);
            var answered = table.Timestamp("answer_date_time");
            return row => new()
            {
                Request = request[row],
                Month = file.Index,
                Site = site[row],
                Answer = answer[row],
                DeclineReason = decline[row],
                Answered = answered[row] ?? long.MaxValue,
            };
        });

    public KeyedReader<Incident> Incidents() => new(
        "restrictive",
        ["incident_id", "ward_stay_id", "incident_date"],
        (table, file) =>
        {
            var stay = stays.Of(table.Text("ward_stay_id"));
            var date = table.Date("incident_date");
            return row => new() { Stay = stay[row], Month = file.Index, Date = date.Values[row] };
        });
}
