using Homeward.Columns;
using Homeward.Measures.Records;
using Homeward.Reference;

namespace Homeward.Measures.Reading;

/// <summary>The ward stays of one provider, newest month first: the first seen of a key is its record; leave is kept of every month.</summary>
sealed class WardStayReader(Pools pools, SpellReader spells)
{
    static readonly string[] Columns =
    [
        "ward_stay_id", "hosp_prov_spell_id", "ward_code", "site_id_of_ward", "start_date_ward_stay", "end_date_ward_stay",
        "mh_admitted_patient_class", "leave_days", "home_icb", "service_line", "distance_km",
    ];

    public Utf8PoolBuilder Keys { get; } = new();

    public Utf8PoolBuilder Wards { get; } = new();

    /// <summary>One per key, in the order of <see cref="Keys"/>; spells are still the provider's.</summary>
    public List<WardStay> Rows { get; } = [];

    public List<LeaveRow> Leave { get; } = [];

    public void Read(MonthFile file)
    {
        var table = file.Read("ward_stays", Columns);
        var key = table.Text("ward_stay_id");
        var spell = spells.Of(table.Text("hosp_prov_spell_id"));
        var ward = new Codes(table.Text("ward_code"), Wards.Add);
        var site = pools.Site(table.Text("site_id_of_ward"));
        var bedClass = pools.BedClass(table.Text("mh_admitted_patient_class"));
        var home = pools.Icb(table.Text("home_icb"));
        var line = Pools.Line(table.Text("service_line"));
        var start = table.Date("start_date_ward_stay");
        var end = new Days(table.Date("end_date_ward_stay"));
        var leave = table.Int32("leave_days");
        var distance = table.Int32("distance_km");
        for (var row = 0; row < table.RowCount; row++)
        {
            var stay = Keys.Add(key.Utf8(row));
            if (stay == Rows.Count)
            {
                Rows.Add(new()
                {
                    Spell = spell[row],
                    Key = stay,
                    Month = file.Index,
                    Start = start.Values[row],
                    End = spells.EndWithin(spell[row], end[row], file.Index),
                    Site = site[row],
                    Ward = ward[row],
                    BedClass = bedClass[row],
                    Line = (ServiceLine)line[row],
                    Home = home[row],
                    Distance = distance.IsNull(row) ? -1 : distance.Values[row],
                    Demographics = spell[row] < 0 ? default : spells.InMonth(spell[row]),
                    Leave = -1,
                });
            }

            if (!leave.IsNull(row) && leave.Values[row] != 0)
            {
                var record = Rows[stay];
                Leave.Add(new(file.Index, leave.Values[row], record.Leave));
                record.Leave = Leave.Count - 1;
                Rows[stay] = record;
            }
        }
    }

    /// <summary>The record of each row's ward stay; -1 where there is none.</summary>
    public Codes Of(TextColumn stay) => new(stay, Keys.Find, -1);
}
