using Homeward.Columns;
using Homeward.Synthetic.Files;
using Homeward.Synthetic.Story;

namespace Homeward.Synthetic.Extract;

/// <summary>patients.csv: everybody that another row of the month is about.</summary>
sealed class PatientRows(Month month, IReadOnlyList<Local<Episode>> spells, IReadOnlyList<(int Patient, Person Person)> others)
{
    public void Write(CsvSink csv)
    {
        var moved = spells.Where(spell => spell.Event.PostcodeBecomesHospital <= month.LastDay)
            .GroupBy(spell => spell.Patient, spell => spell.Event.Parts[0].Ward.Site.Postcode)
            .ToDictionary(same => same.Key, same => same.First());
        var people = spells.Select(spell => (spell.Patient, spell.Event.Person)).Concat(others);
        foreach (var (patient, person) in people.DistinctBy(one => one.Patient).OrderBy(one => one.Patient))
        {
            csv.Key('P', patient).Text(person.NhsNumber).Text(person.NhsNumber == "" ? "07" : "01").Date(person.Born);
            csv.Text(moved.GetValueOrDefault(patient, person.Place.Postcode));
            csv.Text(person.Gender).Text(person.Ethnicity).Text(person.Practice).Text("").End();
        }
    }
}
