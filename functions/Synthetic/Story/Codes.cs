namespace Homeward.Synthetic.Story;

/// <summary>Codes that stays carry, in the proportions that a draw should have (domain.md §2).</summary>
static class Codes
{
    public static IReadOnlyList<string> Reasons { get; } = ["02", "04", "04", "05", "12", "15", "15", "18", "18", "26"];

    public static IReadOnlyList<string> Sources { get; } = ["A1", "H1", "H1", "H2", "C1", "F1"];

    public static IReadOnlyList<string> LegalStatuses { get; } = ["01", "01", "02", "02", "03"];

    public static IReadOnlyList<string> Barriers { get; } = ["BED", "BED", "SVC", "CLN", "PLC"];
}
