using Homeward.Submissions.Specification;

namespace Homeward.Synthetic.Defects;

/// <summary>Rows of each table of a submission, as the month after is compared with them (SUB008).</summary>
static class RowCounts
{
    const int Rows = 10;
    const double Share = 0.3;

    public static Dictionary<string, int> Of(IReadOnlyDictionary<string, byte[]> files) => SpecificationTables.All
        .Where(table => table.Key is not null && files.ContainsKey($"{table.Name}.csv"))
        .ToDictionary(table => table.Name, table => files[$"{table.Name}.csv"].AsSpan().Count((byte)'\n') - 1);

    /// <summary>Tables whose rows differ by more than 10 and 30 % from the month before; none in a provider's first month.</summary>
    public static IEnumerable<string> Jumps(IReadOnlyDictionary<string, int>? before, IReadOnlyDictionary<string, int> now) => (before ?? new Dictionary<string, int>())
        .Where(table => Math.Abs(now.GetValueOrDefault(table.Key) - table.Value) is var change && change > Rows && change > Share * table.Value)
        .Select(table => table.Key);
}
