using System.Globalization;
using System.Text;
using Homeward.Columns;
using Homeward.Submissions.Specification;

namespace Homeward.Interop.Tests.Measures.Tangled;

/// <summary>One provider's month as rows of text, by table.</summary>
sealed class Sheets(string provider, Month month)
{
    readonly Dictionary<string, List<Dictionary<string, string?>>> tables = SpecificationTables.All.ToDictionary(
        table => table.Name, _ => new List<Dictionary<string, string?>>());

    public Month Month => month;

    public void Add(string table, params (string Field, object? Value)[] fields)
    {
        var key = SpecificationTables.Find(table)!.Key!.Name;
        var row = fields.ToDictionary(field => field.Field, field => Text(field.Value));
        if (tables[table].TrueForAll(other => other[key] != row[key]))
        {
            tables[table].Add(row);
        }
    }

    /// <summary>Writes <c>landing/{provider}/{period}/{upload}/</c>; every second row is left out of a first attempt.</summary>
    /// <param name="broken">Nobody can accept it: it says that another provider sends it.</param>
    public void Write(string folder, string upload, int day, bool half = false, bool broken = false)
    {
        var directory = Directory.CreateDirectory(Path.Combine(folder, "landing", provider, $"{month}", upload)).FullName;
        tables["submission"].Clear();
        tables["submission"].Add(new()
        {
            ["SpecVersion"] = "1.0",
            ["OrgIDProvider"] = broken ? "ZZZ" : provider,
            ["ReportingPeriodStartDate"] = Text(month.FirstDay),
            ["ReportingPeriodEndDate"] = Text(month.LastDay),
            ["DateTimeCreated"] = $"{month + 1}-{day:00}T09:00:00Z",
        });
        foreach (var table in SpecificationTables.All)
        {
            var fields = table.Fields.Select(field => field.Name).ToArray();
            var skipped = half && table.Name is "oaps" or "crfd" or "spend" ? 2 : 1;
            var lines = tables[table.Name].Where((_, i) => i % skipped == 0).Select(row => string.Join(',', fields.Select(row.GetValueOrDefault)));
            File.WriteAllText(Path.Combine(directory, $"{table.Name}.csv"), string.Join('\n', [string.Join(',', fields), .. lines, ""]), Encoding.UTF8);
        }
    }

    static string? Text(object? value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => (string?)value,
    };
}
