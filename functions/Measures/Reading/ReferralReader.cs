using Homeward.Columns;
using Homeward.Measures.Records;
using Homeward.Reference;

namespace Homeward.Measures.Reading;

/// <summary>The referrals of one provider, newest month first: the first seen of a key is its record.</summary>
sealed class ReferralReader(Pools pools, PeopleReader people)
{
    static readonly string[] Columns =
    [
        "service_request_id", "person_id", "home_icb", "service_line", "org_id_comm", "referral_request_received_date",
        "org_id_referring_org", "prim_reason_referral_mh", "reason_oat", "decision_date", "referral_outcome", "serv_disch_date",
    ];

    public Utf8PoolBuilder Keys { get; } = new();

    /// <summary>One per key, in the order of <see cref="Keys"/>; persons are still the provider's.</summary>
    public List<Referral> Rows { get; } = [];

    public void Read(MonthFile file)
    {
        var table = file.Read("referrals", Columns);
        var key = table.Text("service_request_id");
        var person = people.Of(table.Text("person_id"));
        var home = pools.Icb(table.Text("home_icb"));
        var line = Pools.Line(table.Text("service_line"));
        var commissioner = pools.Organisation(table.Text("org_id_comm"));
        var primary = pools.Listed(table.Text("prim_reason_referral_mh"), CodeList.PrimaryReason, pools.PrimaryReasons, file.Month);
        var oat = table.Text("reason_oat");
        var reason = pools.Listed(oat, CodeList.OapReason, pools.Reasons, file.Month);
        var outcome = pools.Listed(table.Text("referral_outcome"), CodeList.ReferralOutcome, pools.Outcomes, file.Month);
        var referring = table.Text("org_id_referring_org");
        var received = table.Date("referral_request_received_date");
        var decided = new Days(table.Date("decision_date"));
        var discharged = new Days(table.Date("serv_disch_date"));
        for (var row = 0; row < table.RowCount; row++)
        {
            if (Keys.Add(key.Utf8(row)) < Rows.Count)
            {
                continue;
            }

            var placed = !oat.IsNull(row);
            Rows.Add(new()
            {
                Person = people.SameAs(person[row]),
                Patient = people.Patient(person[row]),
                Demographics = people.DemographicsOf(person[row]),
                Provider = file.Provider,
                Key = Rows.Count,
                Month = file.Index,
                Home = home[row],
                Line = (ServiceLine)line[row],
                Commissioner = commissioner[row],
                PrimaryReason = primary[row],
                Received = received.Values[row],
                Decided = decided[row],
                Discharged = discharged[row],
                Outcome = outcome[row],
                Placed = placed,
                Reason = reason[row],
                Sender = placed && !referring.IsNull(row) ? pools.Owner(referring.Utf8(row), file.Month.LastDay) : 0,
            });
        }
    }

    /// <summary>The record of each row's referral; -1 where there is none.</summary>
    public Codes Of(TextColumn referral) => new(referral, Keys.Find, -1);
}
