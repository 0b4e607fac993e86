using Homeward.Columns;
using Homeward.Measures.Records;
using Homeward.Reference;

namespace Homeward.Measures.Reading;

/// <summary>The oaps rows of one sender, newest month first: the first seen of a key is its record.</summary>
sealed class OapReader(Pools pools, PeopleReader people)
{
    static readonly string[] Columns =
    [
        "oap_id", "person_id", "home_icb", "service_line", "org_id_sending", "org_id_receiving", "site_id_receiving", "oat_reason",
        "start_date_oap", "end_date_oap", "mh_admitted_patient_class", "end_reason", "daily_rate", "planned_return_date", "barrier",
        "distance_km",
    ];

    public Utf8PoolBuilder Keys { get; } = new();

    /// <summary>One per key, in the order of <see cref="Keys"/>; persons are still the provider's.</summary>
    public List<OapRow> Rows { get; } = [];

    public void Read(MonthFile file)
    {
        var table = file.Read("oaps", Columns);
        var key = table.Text("oap_id");
        var person = people.Of(table.Text("person_id"));
        var sender = new Codes(table.Text("org_id_sending"), text => pools.Owner(text, file.Month.LastDay));
        var receiver = new Codes(table.Text("org_id_receiving"), text => pools.Owner(text, file.Month.LastDay));
        var site = pools.Site(table.Text("site_id_receiving"));
        var reason = pools.Listed(table.Text("oat_reason"), CodeList.OapReason, pools.Reasons, file.Month);
        var bedClass = pools.BedClass(table.Text("mh_admitted_patient_class"));
        var endReason = pools.Listed(table.Text("end_reason"), CodeList.OapEndReason, pools.EndReasons, file.Month);
        var barrier = pools.Listed(table.Text("barrier"), CodeList.Barrier, pools.Barriers, file.Month);
        var home = pools.Icb(table.Text("home_icb"));
        var line = Pools.Line(table.Text("service_line"));
        var start = table.Date("start_date_oap");
        var end = new Days(table.Date("end_date_oap"));
        var planned = new Days(table.Date("planned_return_date"));
        var rate = table.Decimal("daily_rate");
        var distance = table.Int32("distance_km");
        for (var row = 0; row < table.RowCount; row++)
        {
            var oap = Keys.Add(key.Utf8(row));
            if (oap < Rows.Count)
            {
                continue;
            }

            Rows.Add(new()
            {
                Person = people.SameAs(person[row]),
                Patient = people.Patient(person[row]),
                Demographics = people.DemographicsOf(person[row]),
                Provider = file.Provider,
                Key = oap,
                Month = file.Index,
                Sender = sender[row],
                Receiver = receiver[row],
                Site = site[row],
                Reason = reason[row],
                Start = start.Values[row],
                End = end[row],
                BedClass = bedClass[row],
                Line = (ServiceLine)line[row],
                Home = home[row],
                Distance = distance.IsNull(row) ? -1 : distance.Values[row],
                EndReason = endReason[row],
                DailyRate = rate.IsNull(row) ? -1 : rate.Values[row],
                PlannedReturn = planned[row],
                Barrier = barrier[row],
            });
        }
    }
}
