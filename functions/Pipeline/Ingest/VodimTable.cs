using Homeward.Columns;
using Homeward.Measures.Quality;
using Homeward.Submissions.Checking;

namespace Homeward.Pipeline.Ingest;

/// <summary><c>vodim.parquet</c> beside the tables of a version: what became of each field's values, for data quality (K26).</summary>
/// <remarks>The provider's <c>vodim.csv</c> is replaced when its upload is judged again; a run reads only what is written once.</remarks>
static class VodimTable
{
    public const string Name = "vodim";

    public static IReadOnlyList<string> Columns { get; } = ["table", "field", .. FieldQuality.States];

    public static Table Of(CheckedSubmission submission)
    {
        var fields = submission.Tables.Where(table => table.Read > 0)
            .SelectMany(table => table.Vodim, (table, vodim) => (Table: table.Spec.Name, vodim.Field, Values: Values(vodim)))
            .ToList();
        return new(Name,
        [
            TextColumn.From("table", fields.Select(field => field.Table)),
            TextColumn.From("field", fields.Select(field => field.Field)),
            .. FieldQuality.States.Select((state, i) => new Int32Column(state, [.. fields.Select(field => checked((int)field.Values[i]))])),
        ]);
    }

    public static IReadOnlyList<FieldQuality> Fields(Table table) =>
    [
        .. Enumerable.Range(0, table.RowCount).Select(row => new FieldQuality(
            table.Text("table")[row]!, table.Text("field")[row]!, [.. FieldQuality.States.Select(state => table.Int32(state).Values[row])])),
    ];

    /// <summary>In the order of the states.</summary>
    static long[] Values(Vodim vodim) => [vodim.Valid, vodim.Other, vodim.Default, vodim.Invalid, vodim.Missing];
}
