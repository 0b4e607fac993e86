using System.Globalization;
using System.Text;
using Homeward.Columns.Csv;

namespace Homeward.Benchmarks.Inner;

/// <summary>A ward_stays file of any size, the same for the same arguments: about 63 bytes a row.</summary>
static class WardStayFile
{
    static readonly string[] Classes = ["200", "201", "202", "206", "207", "212"];
    static readonly string[] Services = ["22U", "22S", "", "", "23K"];

    public static CsvColumnSpec[] Specs { get; } =
    [
        new("WardStayID", "ward_stay_id", CsvType.Text),
        new("HospProvSpellID", "hosp_prov_spell_id", CsvType.Text),
        new("WardCode", "ward_code", CsvType.Text),
        new("SiteIDOfWard", "site_id_of_ward", CsvType.Text),
        new("StartDateWardStay", "start_date_ward_stay", CsvType.Date),
        new("EndDateWardStay", "end_date_ward_stay", CsvType.Date),
        new("MHAdmittedPatientClass", "mh_admitted_patient_class", CsvType.Text),
        new("SpecialisedMHServiceCode", "specialised_mh_service_code", CsvType.Text),
        new("LeaveDays", "leave_days", CsvType.Integer),
    ];

    /// <param name="shuffled">Keys in random order; else ascending, as a database exports them.</param>
    public static byte[] Create(int rows, bool shuffled)
    {
        var random = new Random(1);
        var keys = Enumerable.Range(1, rows).ToArray();
        if (shuffled)
        {
            random.Shuffle(keys);
        }

        var text = new StringBuilder(string.Join(',', Specs.Select(spec => spec.Header))).Append('\n');
        var spell = 0;
        foreach (var key in keys)
        {
            spell = random.Next(10) >= 6 ? spell : shuffled ? key : spell + 1;
            var start = new DateOnly(2022, 2, 1).AddDays(random.Next(700));
            text.Append(CultureInfo.InvariantCulture, $"WS{key:D10},SP{spell:D9},W{random.Next(240):D4},R{random.Next(36):D3}{random.Next(1)},{start:yyyy-MM-dd},")
                .Append(random.Next(10) < 6 ? start.AddDays(random.Next(59)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "")
                .Append(CultureInfo.InvariantCulture, $",{Classes[random.Next(6)]},{Services[random.Next(5)]},")
                .Append(random.Next(5) == 0 ? random.Next(4).ToString(CultureInfo.InvariantCulture) : "").Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
