using System.Text.Json;

namespace Homeward.Interop.Tests;

/// <param name="Type">In the engine's own words.</param>
public sealed record QueryColumn(string Name, string Type);

/// <summary>Rows as an engine sees them.</summary>
/// <param name="Rows">
/// Cells as JSON: integers and decimals as numbers with all their digits, dates as "yyyy-MM-dd", instants as
/// "yyyy-MM-ddTHH:mm:ss.fffZ", doubles as numbers or "NaN", "Infinity", "-Infinity".
/// </param>
public sealed record QueryResult(IReadOnlyList<QueryColumn> Columns, IReadOnlyList<IReadOnlyList<JsonElement>> Rows)
{
    /// <summary>The only cell of the only row.</summary>
    public JsonElement Scalar => Rows.Single().Single();

    /// <summary>The cells of one column, top to bottom.</summary>
    public IEnumerable<JsonElement> this[string column]
    {
        get
        {
            var index = Columns.ToList().FindIndex(candidate => candidate.Name == column);
            return index >= 0
                ? Rows.Select(row => row[index])
                : throw new KeyNotFoundException($"The result has no column {column}; it has {string.Join(", ", Columns.Select(candidate => candidate.Name))}.");
        }
    }

    internal static QueryResult From(JsonElement answer) => new(
        [.. answer.GetProperty("columns").EnumerateArray().Select(column => new QueryColumn(column.GetProperty("name").GetString()!, column.GetProperty("type").GetString()!))],
        [.. answer.GetProperty("rows").EnumerateArray().Select(row => row.EnumerateArray().ToArray())]);
}
