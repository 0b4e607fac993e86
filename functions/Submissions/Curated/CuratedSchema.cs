using Homeward.Columns;
using Homeward.Submissions.Specification;

namespace Homeward.Submissions.Curated;

/// <summary>
/// Names and types of the curated tables (submission.md §6): the provider and month, the specification's fields less those that identify a
/// person, what the curation derives, and the line of the file.
/// </summary>
public static class CuratedSchema
{
    public const string Provider = "org_id_provider";
    public const string Period = "reporting_period_start";
    public const string SourceLine = "source_line";

    static readonly CuratedColumn PersonId = Text("person_id", "The person across providers: 32 hex digits, made with keys that no file holds.");
    static readonly CuratedColumn HomeIcb = Text("home_icb", "The ICB that the person's home belongs to, by the first source that knows it; null where none does.");
    static readonly CuratedColumn ClassSubmitted = Text("mh_admitted_patient_class_submitted", "The bed class as sent; mh_admitted_patient_class is its v6 class.");
    static readonly CuratedColumn Line = Text("service_line", "Service line code; null where it cannot be told.");
    static readonly CuratedColumn Distance = Int32("distance_km", "Whole kilometres from home to the site; null where either place is unknown.");

    static readonly Dictionary<string, CuratedColumn[]> Derived = new(StringComparer.Ordinal)
    {
        ["patients"] =
        [
            PersonId,
            new("birth_month", ColumnType.Date, "First day of the month of birth.", true),
            Int32("age_at_period_end", "Completed years on the last day of the month."),
            Text("lsoa", "The small area of the home postcode; null where it is a hospital site's, as all that follows from it."),
            Int32("home_easting", "Metres on the British National Grid, rounded to 1,000."),
            Int32("home_northing", "Metres on the British National Grid, rounded to 1,000."),
            Int32("imd_decile", "Index of Multiple Deprivation decile of the home postcode, 1 the most deprived."),
            Text("practice_icb", "The ICB of the GP practice."),
            Text("postcode_icb", "The ICB of the home postcode."),
        ],
        ["referrals"] = [PersonId, HomeIcb, Line],
        ["spells"] = [PersonId, HomeIcb],
        ["ward_stays"] = [PersonId, HomeIcb, Line, ClassSubmitted, Distance],
        ["beds"] = [ClassSubmitted, Line],
        ["oaps"] = [PersonId, HomeIcb, Line, ClassSubmitted, Distance],
        ["reviews"] = [PersonId, HomeIcb],
        ["requests"] = [PersonId, HomeIcb, ClassSubmitted, Line],
        ["offers"] = [],
        ["crfd"] = [PersonId],
        ["community"] = [PersonId, HomeIcb],
        ["spend"] = [],
        ["restrictive"] = [PersonId],
    };

    static readonly Dictionary<string, IReadOnlyList<CuratedColumn>> ByTable =
        Specified.ToDictionary(table => table.Name, Columns, StringComparer.Ordinal);

    /// <summary>Names of the curated tables, in the specification's order.</summary>
    public static IReadOnlyList<string> Tables { get; } = [.. Specified.Select(table => table.Name)];

    /// <summary>The columns of a table, in order.</summary>
    /// <exception cref="KeyNotFoundException">No curated table of that name.</exception>
    public static IReadOnlyList<CuratedColumn> Of(string table) =>
        ByTable.TryGetValue(table, out var columns) ? columns : throw new KeyNotFoundException($"There is no curated table {table}.");

    /// <summary>A table without rows.</summary>
    public static Table Empty(string table) => new(table, [.. Of(table).Select(column => column.Empty())]);

    static IEnumerable<TableSpec> Specified => SpecificationTables.All.Where(table => table != SpecificationTables.Submission);

    static IReadOnlyList<CuratedColumn> Columns(TableSpec table) =>
    [
        Text(Provider, "The provider that sent the row."),
        new(Period, ColumnType.Date, "First day of the month that the row describes.", true),
        .. table.Fields.Where(field => !field.Confidential).Select(Sent),
        .. Derived[table.Name],
        Int32(SourceLine, "Line of the file that was sent; the header is line 1."),
    ];

    static CuratedColumn Sent(Field field) => field.Kind switch
    {
        FieldKind.Date => new(field.Column, ColumnType.Date, field.Note),
        FieldKind.DateTime => new(field.Column, ColumnType.Timestamp, field.Note),
        FieldKind.Integer => new(field.Column, ColumnType.Int32, field.Note),
        FieldKind.Money => new(field.Column, ColumnType.Decimal, field.Note, Precision: field.Precision, Scale: 2),
        _ => new(field.Column, ColumnType.Text, field.Note),
    };

    static CuratedColumn Text(string name, string holds) => new(name, ColumnType.Text, holds, true);

    static CuratedColumn Int32(string name, string holds) => new(name, ColumnType.Int32, holds, true);
}
