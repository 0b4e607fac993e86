using Homeward.Submissions.Specification;

namespace Homeward.Submissions.Documentation;

/// <summary>A CSV file per table: the header, and the row of the example submission.</summary>
static class Templates
{
    public static IEnumerable<KeyValuePair<string, string>> Write() =>
        SpecificationTables.All.Select(table => KeyValuePair.Create($"templates/{table.Name}.csv", Template(table)));

    static string Template(TableSpec table)
    {
        var row = ExampleRows.All[table.Name];
        return $"{string.Join(',', table.Fields.Select(field => field.Name))}\n"
            + $"{string.Join(',', table.Fields.Select(field => row.GetValueOrDefault(field.Name, "")))}\n";
    }
}
