namespace Homeward.Measures.Quality;

/// <summary>What became of one field's values in a submission.</summary>
/// <param name="Values">How many are in each of <see cref="States"/>.</param>
public sealed record FieldQuality(string Table, string Field, IReadOnlyList<int> Values)
{
    /// <summary>VODIM (submission.md §5), as K26 names its splits.</summary>
    public static IReadOnlyList<string> States { get; } = ["valid", "other", "default", "invalid", "missing"];
}

/// <summary>What the rejected rows of a submission would have added.</summary>
public sealed record HiddenNights(int People, long Nights);

/// <summary>What judging found of a current submission: what data quality (K26) reads.</summary>
/// <param name="Hidden">Null where judging did not keep it.</param>
/// <param name="Fields">Of the tables that were sent, in their order; empty where judging did not keep it.</param>
public sealed record SubmissionQuality(
    string Provider, string SubmissionId, long Read, long Rejected, long Findings, HiddenNights? Hidden, IReadOnlyList<FieldQuality> Fields);
