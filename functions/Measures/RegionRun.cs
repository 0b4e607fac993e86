using Homeward.Columns;
using Homeward.Reference;

namespace Homeward.Measures;

/// <summary>What one run reads.</summary>
/// <param name="RunId">kpis.md §6; stamped on every row.</param>
/// <param name="Months">Accepted months, at most one per provider and month; those outside the run's reach are passed over.</param>
/// <param name="Judged">Every judged submission.</param>
public sealed record RunInput(
    Month Period,
    string RunId,
    IReadOnlyList<ProviderMonth> Months,
    IReadOnlyList<JudgedSubmission> Judged,
    ReferenceData Reference);

/// <summary>One file that a run makes.</summary>
/// <param name="Path">Lake path without the run's own folder, such as <c>marts/kpi/period=2025-08/data.parquet</c>.</param>
/// <param name="Table">Its rows, where it is Parquet; else null.</param>
/// <param name="Bytes">Its bytes, where it is not.</param>
public sealed record MartFile(string Path, Table? Table, byte[]? Bytes = null);

/// <summary>Computes every measure of one period, for every collaborative and the programme.</summary>
public static class RegionRun
{
    /// <summary>The months whose submissions a period's run reads, given the months there are (kpis.md §1).</summary>
    public static bool Reads(Month period, Month submission, ReferenceData reference) => throw new NotImplementedException();

    /// <summary>All files of kpis.md §6 that belong to the period. The same input gives the same rows in the same order.</summary>
    public static IReadOnlyList<MartFile> Compute(RunInput input, CancellationToken cancel = default) => throw new NotImplementedException();
}
