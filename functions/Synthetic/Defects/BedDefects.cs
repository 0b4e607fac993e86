using Homeward.Submissions.Specification;
using Homeward.Synthetic.Extract;

namespace Homeward.Synthetic.Defects;

static class BedDefects
{
    public static IReadOnlyList<DefectKind> All { get; } =
    [
        new("BED001", victim => new(EmptyWard(victim, "AvailBedDays", "-5"))),
        new("BED002", victim => new(EmptyWard(victim, "AvailBedDays", "9999"))),
        new("BED003", FullerThanFull),
        new("GEN009", UnknownColumn),
    ];

    // A ward that nobody lies on.
    static DraftRow EmptyWard(Case victim, string field, string value)
    {
        var ward = victim.Draft.Add(
            SpecificationTables.Beds,
            ("SiteIDOfWard", victim.Draft["beds"][0]["SiteIDOfWard"]),
            ("MHAdmittedPatientClass", BedCodes.In(victim.Period, "200")),
            ("WardIntendedSex", "X"),
            ("WardSecLevel", "0"),
            ("CommissionedBeds", "10"),
            ("AvailBedDays", "200"),
            ("ClosedBedDays", "0"),
            ("OpenBeds", "10"));
        ward[field] = value;
        return ward;
    }

    static Broken? FullerThanFull(Case victim)
    {
        var stays = victim.Draft["ward_stays"].Where(stay => stay["EndDateWardStay"] == "").CountBy(stay => stay["WardCode"]).MaxBy(ward => ward.Value);
        var ward = victim.Draft["beds"].FirstOrDefault(ward => ward["WardCode"] == stays.Key);
        if (ward is null || stays.Value < 8 || ward["AvailBedDays"] == "1")
            return null;
        ward["AvailBedDays"] = "1";
        return new(ward);
    }

    static Broken? UnknownColumn(Case victim) => victim.Draft.ExtraColumns.TryAdd("beds", "Remarks") ? new() { File = "beds", FileLine = 1 } : null;
}
