using Homeward.Measures.Records;
using Homeward.Reference;

namespace Homeward.Measures.Reading;

/// <summary>The beds rows of one provider: every month's, for they are facts of a month.</summary>
sealed class BedReader(Pools pools, WardStayReader stays)
{
    static readonly string[] Columns =
    [
        "ward_code", "site_id_of_ward", "mh_admitted_patient_class", "service_line", "ward_intended_sex", "ward_sec_level",
        "commissioned_beds", "avail_bed_days", "closed_bed_days", "open_beds", "closed_reason",
    ];

    public List<BedRow> Rows { get; } = [];

    /// <summary>What wards are called, by number; wards without a name are not in it.</summary>
    public Dictionary<int, string> Names { get; } = [];

    /// <summary>Reads what the month's wards are called.</summary>
    public void ReadNames(MonthFile file)
    {
        var table = file.Read("beds", ["ward_code", "ward_name"]);
        var (ward, name) = (table.Text("ward_code"), table.Text("ward_name"));
        for (var row = 0; row < table.RowCount; row++)
        {
            if (name[row] is { } called)
            {
                Names[stays.Wards.Add(ward.Utf8(row))] = called;
            }
        }
    }

    public void Read(MonthFile file)
    {
        var table = file.Read("beds", Columns);
        var ward = new Codes(table.Text("ward_code"), stays.Wards.Add);
        var site = pools.Site(table.Text("site_id_of_ward"));
        var bedClass = pools.BedClass(table.Text("mh_admitted_patient_class"));
        var line = Pools.Line(table.Text("service_line"));
        var sex = pools.Listed(table.Text("ward_intended_sex"), CodeList.WardIntendedSex, pools.WardSexes, file.Month);
        var security = pools.Listed(table.Text("ward_sec_level"), CodeList.WardSecurity, pools.WardSecurity, file.Month);
        var reason = pools.Listed(table.Text("closed_reason"), CodeList.ClosedReason, pools.ClosedReasons, file.Month);
        var (commissioned, open) = (table.Int32("commissioned_beds"), table.Int32("open_beds"));
        var (available, closed) = (table.Int32("avail_bed_days"), table.Int32("closed_bed_days"));
        for (var row = 0; row < table.RowCount; row++)
        {
            Rows.Add(new()
            {
                Provider = file.Provider,
                Month = file.Index,
                Ward = ward[row],
                Site = site[row],
                BedClass = bedClass[row],
                Line = (ServiceLine)line[row],
                Sex = sex[row],
                Security = security[row],
                Commissioned = commissioned[row] ?? -1,
                Available = available[row] ?? 0,
                Closed = closed[row] ?? 0,
                Open = open[row] ?? -1,
                ClosedReason = reason[row],
            });
        }
    }
}
