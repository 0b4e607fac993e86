using Homeward.Columns;
using Homeward.Measures.Records;
using Homeward.Reference;

namespace Homeward.Measures.Reading;

/// <summary>The people of one provider, month by month from the newest.</summary>
/// <remarks>
/// A record belongs to the person that the newest patients row of its LocalPatientID names, so that a person whose
/// NHS number became known later is one person; its age and so on come from the patients row of its own month.
/// </remarks>
sealed class PeopleReader(Pools pools)
{
    static readonly string[] Columns = ["local_patient_id", "person_id", "age_at_period_end", "gender_id_code", "ethnic_category", "imd_decile"];

    readonly List<int> newest = [];
    int[] sameAs = [];
    int[] patients = [];
    Demographics[] demographics = [];

    /// <summary>Where patients live, by number of their LocalPatientID: eastings and northings in metres.</summary>
    public Dictionary<int, (int Easting, int Northing)> Homes { get; } = [];

    /// <summary>Each LocalPatientID's person, by number.</summary>
    public IReadOnlyList<int> PersonOf => newest;

    /// <summary>Distinct person ids of the provider.</summary>
    public Utf8PoolBuilder Persons { get; } = new();

    /// <summary>Distinct LocalPatientIDs.</summary>
    public Utf8PoolBuilder Locals { get; } = new();

    public void Read(MonthFile file)
    {
        var (table, month) = (file.Read("patients", Columns), file.Month);
        var person = new Codes(table.Text("person_id"), Persons.Add);
        var age = table.Int32("age_at_period_end");
        var imd = table.Int32("imd_decile");
        var gender = pools.Listed(table.Text("gender_id_code"), CodeList.GenderIdentity, pools.Genders, month);
        var ethnic = new Codes(table.Text("ethnic_category"), EthnicGroups.Of);
        var local = table.Text("local_patient_id");
        sameAs = [];
        Grow();
        for (var row = 0; row < table.RowCount; row++)
        {
            var patient = Locals.Add(local.Utf8(row));
            if (patient == newest.Count)
            {
                newest.Add(person[row]);
            }

            sameAs[person[row]] = newest[patient];
            patients[person[row]] = patient;
            demographics[person[row]] = new(
                age[row] ?? -1,
                gender[row],
                ethnic[row],
                imd.IsNull(row) || imd.Values[row] is < 1 or > 10 ? 0 : imd.Values[row]);
        }
    }

    /// <summary>Reads where the month's patients live.</summary>
    public void ReadHomes(MonthFile file)
    {
        var table = file.Read("patients", ["local_patient_id", "home_easting", "home_northing"]);
        var (local, easting, northing) = (table.Text("local_patient_id"), table.Int32("home_easting"), table.Int32("home_northing"));
        for (var row = 0; row < table.RowCount; row++)
        {
            if (easting[row] is { } east && northing[row] is { } north)
            {
                Homes[Locals.Add(local.Utf8(row))] = (east, north);
            }
        }
    }

    /// <summary>Each row's person id, for <see cref="SameAs"/> and the rest.</summary>
    public Codes Of(TextColumn personId)
    {
        var codes = new Codes(personId, Persons.Add);
        Grow();
        return codes;
    }

    /// <summary>The person that a person id of the month read last stands for.</summary>
    public int SameAs(int person) => sameAs[person];

    public int Patient(int person) => patients[person];

    public Demographics DemographicsOf(int person) => demographics[person];

    /// <summary>A person id without a patients row this month stands for itself.</summary>
    void Grow()
    {
        var known = sameAs.Length;
        Array.Resize(ref sameAs, Persons.Count);
        Array.Resize(ref patients, Persons.Count);
        Array.Resize(ref demographics, Persons.Count);
        for (var person = known; person < sameAs.Length; person++)
        {
            sameAs[person] = person;
            patients[person] = -1;
            demographics[person] = default;
        }
    }
}
