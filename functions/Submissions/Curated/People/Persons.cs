using System.Text;
using Homeward.Columns;
using Homeward.Reference;

namespace Homeward.Submissions.Curated.People;

/// <summary>The patients of a submission: who they are under their pseudonyms, where they live and which ICBs speak for them.</summary>
sealed class Persons
{
    readonly Table patients;
    readonly DateOnly end;
    readonly int[] sentIcb;
    readonly int[] practiceIcb;
    readonly int[] postcodeIcb;

    public Persons(Table patients, string provider, ReferenceData reference, PseudonymKeys keys, DateOnly end)
    {
        this.patients = patients;
        this.end = end;
        Residence = new Residence(patients.Text("postcode"), reference, end);
        Ids = Pseudonymise(provider, keys);
        sentIcb = Icbs.Add(patients.Text("home_icb"));
        practiceIcb = PracticeIcbs(patients.Text("gmp_reg"), reference);
        postcodeIcb = Residence.Icbs(Icbs);
        Home = Homes(null, null);
    }

    /// <summary>ICBs by number, shared by every table's home_icb.</summary>
    public PooledTexts Icbs { get; } = new();

    /// <summary>Person ids, per patient.</summary>
    public TextColumn Ids { get; }

    public Residence Residence { get; }

    /// <summary>Per patient the home ICB where no referral speaks for it.</summary>
    public int[] Home { get; }

    /// <summary>Per child row the row of its patient.</summary>
    public int[] Of(TextColumn reference) => PerCode.Parents(reference, patients.Text("local_patient_id"));

    /// <summary>The column person_id of rows whose patients are given.</summary>
    public TextColumn IdsOf(int[] patientRows) => new("person_id", Ids.Pool, PerCode.Through(patientRows, Ids.Codes));

    /// <summary>reference.md, "Home ICB": as sent, else the commissioner's, else the practice's, else the postcode's.</summary>
    /// <param name="patientRows">Per row the patient; null: the patients themselves.</param>
    /// <param name="commissioners">Per row the number of the commissioner where it is an ICB; null: none.</param>
    public int[] Homes(int[]? patientRows, int[]? commissioners)
    {
        var homes = GC.AllocateUninitializedArray<int>(patientRows?.Length ?? patients.RowCount);
        for (var row = 0; row < homes.Length; row++)
        {
            var patient = patientRows is null ? row : patientRows[row];
            var home = patient < 0 ? -1 : sentIcb[patient];
            if (home < 0 && commissioners is not null)
            {
                home = commissioners[row];
            }

            if (home < 0 && patient >= 0)
            {
                home = practiceIcb[patient] >= 0 ? practiceIcb[patient] : postcodeIcb[patient];
            }

            homes[row] = home;
        }

        return homes;
    }

    public IEnumerable<Column> Derived()
    {
        yield return Ids;
        yield return Birth.Month(patients.Date("person_birth_date"));
        yield return Birth.AgeAt(patients.Date("person_birth_date"), end);
        yield return Residence.Lsoa();
        yield return Residence.RoundedEasting();
        yield return Residence.RoundedNorthing();
        yield return Residence.Decile();
        yield return Icbs.Column("practice_icb", practiceIcb);
        yield return Icbs.Column("postcode_icb", postcodeIcb);
    }

    TextColumn Pseudonymise(string provider, PseudonymKeys keys)
    {
        var numbers = patients.Text("nhs_number");
        var local = LocalKeys.Of(patients.Text("local_patient_id"), provider);
        var pseudonyms = new Pseudonyms(keys, patients.RowCount);
        for (var row = 0; row < patients.RowCount; row++)
        {
            pseudonyms.Add(numbers.IsNull(row) ? local.Utf8(row) : numbers.Utf8(row));
        }

        return pseudonyms.Build("person_id");
    }

    int[] PracticeIcbs(TextColumn practices, ReferenceData reference) =>
        PerCode.Rows(practices, PerCode.Of(practices, utf8 => Icbs.Add(HomeIcb.OfPractice(reference, Encoding.UTF8.GetString(utf8), end))));
}
