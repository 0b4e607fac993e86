using Homeward.Columns;
using Homeward.Synthetic.Files;

namespace Homeward.Synthetic.Extract;

/// <summary>beds.csv: one row per ward.</summary>
sealed class BedRows(ProviderRecords records, Month month)
{
    public void Write(CsvSink csv)
    {
        foreach (var capacity in records.Wards)
        {
            var (ward, closed) = (capacity.Ward, capacity.ClosedBedDays(month));
            csv.Text(ward.Code).Text(ward.Site.Code).Text(ward.Name).Text(BedCodes.In(month, ward.BedClass)).Text(ward.Sex);
            csv.Integer(ward.Security).Integer(capacity.Beds).Integer(capacity.AvailableBedDays(month)).Integer(closed);
            csv.Integer(capacity.Beds).Text(closed > 0 ? "STF" : "").End();
        }
    }
}
