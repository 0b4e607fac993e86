using System.Globalization;

namespace Homeward.Benchmarks.Running;

/// <summary>Whether two Parquet files hold the same rows, in any order, by DuckDB.</summary>
static class SameRows
{
    /// <param name="pairs">A name, an expression over our file and one over the other; without any, all columns of both.</param>
    /// <returns>What was compared and equal.</returns>
    /// <exception cref="BenchmarkException">They differ.</exception>
    public static string Check(string ours, string theirs, params string[][] pairs)
    {
        var found = Engine.Script<Comparison>("same.mjs", [ours, theirs, .. pairs.Length == 0 ? Array.Empty<string>() : [Engine.Json(pairs)]]);
        var columns = pairs.Length == 0 ? $"all {found.Columns.Count} columns" : string.Join(", ", found.Columns);
        return found.Differences.Count == 0
            ? string.Create(CultureInfo.InvariantCulture, $"Compared afterwards, and equal, in any order: {found.Rows:N0} rows; of {columns} how many values are not null and the sum of hashes; the sum of whole rows' hashes.")
            : throw new BenchmarkException($"{ours} and {theirs} differ. {string.Join("; ", found.Differences)}.");
    }

    sealed record Comparison(long Rows, IReadOnlyList<string> Columns, IReadOnlyList<string> Differences);
}
