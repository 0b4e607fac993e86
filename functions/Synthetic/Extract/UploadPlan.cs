using Homeward.Columns;
using Homeward.Submissions.Specification;
using Homeward.Synthetic.Story;
using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Extract;

/// <summary>What is wrong with a submission as a whole.</summary>
enum Fault
{
    None,

    /// <summary>The manifest names another provider (SUB002).</summary>
    AnotherProvider,

    /// <summary>The manifest describes the month before (SUB003).</summary>
    AnotherMonth,

    /// <summary>beds.csv was left out (SUB005).</summary>
    NoBeds,

    /// <summary>The dates of every other ward stay are written in words (SUB007).</summary>
    UnreadableDates,

    /// <summary>A row of ward_stays.csv has a field too many (SUB006).</summary>
    RaggedRow,
}

/// <summary>One upload that a provider will make.</summary>
/// <param name="Created">UTC.</param>
sealed record UploadPlan(Provider Provider, Month Period, string Name, DateTime Created)
{
    /// <summary>Which stays the extract has; null: all.</summary>
    public Func<Episode, bool>? Sees { get; init; }

    /// <summary>Rows that no true event stands behind.</summary>
    public IReadOnlyList<StrayRow> Strays { get; init; } = [];

    public Fault Fault { get; init; }
}

/// <summary>A row typed in error.</summary>
/// <param name="Rule">The rule that rejects it at its root; null where it is rejected with a row above it, or not at all.</param>
sealed record StrayRow(TableSpec Table, string? Rule, IReadOnlyList<string> Values)
{
    public static StrayRow Of(TableSpec table, string? rule, params (string Field, string Value)[] values)
    {
        var row = table.Fields.Select(field => values.FirstOrDefault(value => value.Field == field.Name).Value ?? "").ToArray();
        var unknown = values.Where(value => table.Fields.All(field => field.Name != value.Field)).Select(value => value.Field).ToArray();
        return unknown.Length == 0 ? new(table, rule, row) : throw new ArgumentException($"{table.Name} has no field {unknown[0]}.");
    }
}
