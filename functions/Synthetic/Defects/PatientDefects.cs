using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Defects;

static class PatientDefects
{
    public static IReadOnlyList<DefectKind> All { get; } =
    [
        new("PAT001", victim => Rejected(victim, "NHSNumber", NhsNumbers.Wrong(victim.Patient["NHSNumber"]))),
        new("PAT002", victim => Warned(victim, "NHSNumber", "")),
        new("PAT003", victim => Rejected(victim, "PersonBirthDate", victim.FromEnd(1))),
        new("PAT004", victim => Warned(victim, "Postcode", "QV9 9QV")),
        new("PAT005", SameNumberTwice),
        new("PAT006", KeyIsNumber),
        new("PAT007", victim => Warned(victim, "Postcode", victim.Draft.Context.SitePostcode)),
        new("GEN001", victim => Rejected(victim, "LocalPatientID", "")),
        new("GEN002", victim => Rejected(victim, "PersonBirthDate", "31/13/1980")),
        new("GEN003", victim => Warned(victim, "EthnicCategory", "Q9")),
        new("GEN004", victim => Warned(victim, "EthnicCategory", "99")),
        new("GEN005", Twice),
    ];

    static Broken Rejected(Case victim, string field, string value)
    {
        var broken = Broken.WithAllUnder(victim, victim.Patient);
        victim.Patient[field] = value;
        return broken;
    }

    static Broken Warned(Case victim, string field, string value)
    {
        victim.Patient[field] = value;
        return new(victim.Patient);
    }

    // A second patient with nothing under it.
    static Broken SameNumberTwice(Case victim)
    {
        var other = victim.Patient.Copy();
        other["LocalPatientID"] = victim.Draft.NewKey();
        return Broken.WithAllUnder(victim, victim.Patient) with { Rows = [victim.Patient, victim.Draft.Append(other)] };
    }

    public static Broken KeyIsNumber(Case victim)
    {
        var broken = Broken.WithAllUnder(victim, victim.Patient);
        var key = victim.Patient["NHSNumber"];
        foreach (var child in broken.Falling.Where(row => row.Table.Parents.First().Parent == "patients"))
            child["LocalPatientID"] = key;
        victim.Patient["LocalPatientID"] = key;
        return broken;
    }

    static Broken Twice(Case victim) =>
        Broken.WithAllUnder(victim, victim.Patient) with { Rows = [victim.Patient, victim.Draft.Append(victim.Patient.Copy())] };
}
