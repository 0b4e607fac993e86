namespace Homeward.Synthetic.Defects;

/// <summary>One way to break a row, and the rule that must find it.</summary>
/// <param name="Break">Breaks something of the case and says what must be found; null where the case does not lend itself to it.</param>
sealed record DefectKind(string Rule, Func<Case, Broken?> Break);

/// <summary>What a defect leads to.</summary>
/// <param name="Rows">Rows that the kind's own rule must find; empty where it finds a column of a whole file.</param>
sealed record Broken(params DraftRow[] Rows)
{
    /// <summary>The file that the rule finds as a whole; null where it finds rows.</summary>
    public string? File { get; init; }

    /// <summary>The line of the file that the rule names; null where it names none.</summary>
    public int? FileLine { get; init; }

    /// <summary>Rows that fall with the broken ones: GEN006 must find each.</summary>
    public IReadOnlyList<DraftRow> Falling { get; init; } = [];

    /// <summary>A rule that another row breaks in turn.</summary>
    public (DraftRow Row, string Rule)? Besides { get; init; }

    /// <summary>The row is rejected, and all under it.</summary>
    public static Broken WithAllUnder(Case victim, DraftRow row) => new(row) { Falling = [.. victim.Draft.Under(row)] };
}
