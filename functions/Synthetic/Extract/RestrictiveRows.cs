using Homeward.Columns;
using Homeward.Synthetic.Files;

namespace Homeward.Synthetic.Extract;

/// <summary>restrictive.csv: the month's incidents.</summary>
sealed class RestrictiveRows(ProviderRecords records, Month month)
{
    public void Write(CsvSink csv)
    {
        foreach (var (incident, number, _) in records.Incidents[month])
        {
            if (records.SpellNumber(incident.Episode) is { } spell)
                csv.Key('I', number).Key(InpatientRows.PartKey(incident.Part), spell).Date(incident.Date).Text(incident.Type).End();
        }
    }
}
