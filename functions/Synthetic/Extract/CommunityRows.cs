using Homeward.Columns;
using Homeward.Synthetic.Files;
using Homeward.Synthetic.Story;

namespace Homeward.Synthetic.Extract;

/// <summary>community.csv: the caseload, open in the month or ended in it.</summary>
sealed class CommunityRows(ProviderRecords records, Month month)
{
    readonly IReadOnlyList<Local<CommunityCare>> caseload = records.Community[month];

    public IEnumerable<(int Patient, Person Person)> People => caseload.Select(care => (care.Patient, care.Event.Person));

    public void Write(CsvSink csv)
    {
        foreach (var (care, number, patient) in caseload)
        {
            csv.Key('C', number).Key('P', patient).Text(care.Team).Text(care.ServiceLine).Date(care.Start);
            csv.Date(care.End <= month.LastDay ? care.End : null).End();
        }
    }
}
