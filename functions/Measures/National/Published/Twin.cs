namespace Homeward.Measures.National.Published;

/// <summary>Our figure that counts the same as a published one.</summary>
/// <param name="Measure">Null where ours counts something else; the unit is known all the same.</param>
/// <param name="Scale">What the published value is multiplied by to be in our unit.</param>
sealed record Twin(string? Measure, string? Split, string? Scope, string Unit, decimal Scale = 1)
{
    /// <summary>By question of the old collection (2016 to 2024), which counted placements for every reason.</summary>
    static readonly Dictionary<string, Twin> Questions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["OAPs started in period"] = new("K02", "all", "all", "count"),
        ["OAPs ended during period"] = new("K03", "all", "all", "count"),
        ["OAPs active at period end"] = new("K01", "all", "all", "count"),
        ["Total number of OAP days over the period"] = new("K04", "all", "all", "nights"),
        ["Number of OAPs that ended in the period with a length of 1-7 nights"] = new("K07", "n_1_7", "all", "count"),
        ["Number of OAPs that ended in the period with a length of 8-14 nights"] = new("K07", "n_8_14", "all", "count"),
        ["Number of OAPs that ended in the period with a length of 15-30 nights"] = new("K07", "n_15_30", "all", "count"),
        ["Total recorded costs over the period"] = new("K09", "total", "all", "gbp"),
        ["Average recorded daily cost over the period"] = new("K09", "per_day", "all", "gbp"),
        ["Lower quartile daily cost over the period"] = new("K09", "q1_rate", "all", "gbp"),
        ["Upper quartile daily cost over the period"] = new("K09", "q3_rate", "all", "gbp"),
        ["Percentage of OAP days with cost recorded"] = new("K09", "pct_days", "all", "percent", 100),
    };

    /// <summary>What the other questions begin with: ours has other bands, or counts those active at the end, not during the period.</summary>
    static readonly (string Start, string Unit)[] Others =
    [
        ("Number of OAPs", "count"),
        ("Average distance (KM)", "km"),
        ("Lower Quartile Distance (KM)", "km"),
        ("Upper Quartile Distance (KM)", "km"),
        ("Average stay (days)", "days"),
    ];

    static readonly Dictionary<string, (string Measure, string Unit)> Measures = new(StringComparer.Ordinal)
    {
        ["OAP01"] = ("K02", "count"),
        ["OAP02"] = ("K04", "nights"),
        ["OAP03"] = ("K01", "count"),
        ["OAP04"] = ("K03", "count"),
    };

    public static Twin? OfQuestion(string question) => Questions.GetValueOrDefault(question)
        ?? Others.Where(other => question.StartsWith(other.Start, StringComparison.OrdinalIgnoreCase))
            .Select(other => new Twin(null, null, null, other.Unit)).FirstOrDefault();

    /// <summary>By measure of the MHSDS file, which counts reason 10 only: <c>a</c> is the acute scope.</summary>
    public static Twin? OfMeasure(string id)
    {
        var acute = id.EndsWith('a');
        return Measures.TryGetValue(acute ? id[..^1] : id, out var found)
            ? new(found.Measure, "inappropriate", acute ? "acute" : "all", found.Unit)
            : null;
    }
}
