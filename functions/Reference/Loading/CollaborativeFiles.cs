using System.Globalization;
using Homeward.Columns.Csv;

namespace Homeward.Reference.Loading;

/// <summary>A row that belongs to a collaborative.</summary>
sealed record Owned<T>(string Collaborative, T Row);

/// <summary>Reads the files that describe collaboratives.</summary>
static class CollaborativeFiles
{
    public const string CollaborativesFile = "collaboratives.csv";
    public const string MembersFile = "members.csv";
    public const string LinesFile = "collaborative_service_lines.csv";
    public const string FlowFile = "natural_flow.csv";
    public const string BudgetsFile = "budgets.csv";
    public const string BaselinesFile = "baselines.csv";

    static readonly FileColumn Owner = new("collaborative");

    /// <summary>Collaboratives without what belongs to them.</summary>
    public static List<Located<Collaborative>> Collaboratives(FolderReader folder) => folder.Rows(
        CollaborativesFile,
        [Owner, new("name", Optional: true), new("baseline_from", Optional: true), new("baseline_to", Optional: true)],
        (file, row) => file.Key(row, "collaborative") is { } code
            ? new Collaborative(
                code, file.Text(row, "name") ?? code, file.Month(row, "baseline_from"), file.Month(row, "baseline_to"), [], [], [], [], [])
            : null);

    public static List<Located<Owned<Member>>> Members(FolderReader folder) => folder.Rows(
        MembersFile,
        [Owner, new("org_code"), new("role", Optional: true), new("expected", Optional: true), FileColumn.From, FileColumn.To],
        (file, row) => Of(file, row, file.Key(row, "org_code") is { } organisation
            ? new Member(organisation, Role(file, row), Expected(file, row), file.Effective(row))
            : null));

    public static List<Located<Owned<CommissionedLine>>> Lines(FolderReader folder) => folder.Rows(
        LinesFile,
        [Owner, new("service_line"), FileColumn.From, FileColumn.To],
        (file, row) => Of(file, row, file.Line(row, "service_line") is { } line ? new CommissionedLine(line, file.Effective(row)) : null));

    public static List<Located<Owned<FlowRow>>> Flow(FolderReader folder) => folder.Rows(
        FlowFile,
        [Owner, new("service_line"), new("home_icb"), new("site_code"), FileColumn.From, FileColumn.To],
        (file, row) => Of(
            file,
            row,
            file.Line(row, "service_line") is { } line && file.Key(row, "home_icb") is { } home && file.Key(row, "site_code") is { } site
                ? new FlowRow(line, home, site, file.Effective(row))
                : null));

    public static List<Located<Owned<Budget>>> Budgets(FolderReader folder) => folder.Rows(
        BudgetsFile,
        [Owner, new("service_line"), new("commissioner"), new("financial_year"), new("amount", CsvType.Decimal)],
        (file, row) => Of(
            file,
            row,
            file.Line(row, "service_line") is { } line && file.Key(row, "commissioner") is { } commissioner
                && FinancialYear(file, row) is { } year && Amount(file, row) is { } amount
                ? new Budget(line, commissioner, year, amount)
                : null));

    public static List<Located<Owned<StatedBaseline>>> Baselines(FolderReader folder) => folder.Rows(
        BaselinesFile,
        [Owner, new("service_line", Optional: true), new("measure_id"), new("split", Optional: true), new("value"), new("source", Optional: true)],
        (file, row) => Of(
            file,
            row,
            file.Key(row, "measure_id") is { } measure && Value(file, row) is { } value
                ? new StatedBaseline(
                    file.Text(row, "service_line") is null ? null : file.Line(row, "service_line"),
                    measure,
                    file.Text(row, "split") ?? "",
                    value,
                    file.Text(row, "source") ?? "")
                : null));

    static Owned<T>? Of<T>(ReferenceFile file, int row, T? value)
        where T : class =>
        file.Key(row, "collaborative") is { } collaborative && value is not null ? new Owned<T>(collaborative, value) : null;

    static MemberRole Role(ReferenceFile file, int row)
    {
        switch (file.Code(row, "role"))
        {
            case "LEAD":
                return MemberRole.Lead;
            case "MEMBER" or null:
                return MemberRole.Member;
            case "SUBCONTRACTOR":
                return MemberRole.Subcontractor;
            case var role:
                file.Problem(row, $"role '{role}' is unknown: expected LEAD, MEMBER or SUBCONTRACTOR.");
                return MemberRole.Member;
        }
    }

    static bool Expected(ReferenceFile file, int row)
    {
        var expected = file.Code(row, "expected");
        if (expected is not (null or "Y" or "N"))
        {
            file.Problem(row, $"expected '{expected}' is neither Y nor N.");
        }

        return expected == "Y";
    }

    /// <summary>The year in which a financial year such as 2024/25 begins.</summary>
    static int? FinancialYear(ReferenceFile file, int row)
    {
        var text = file.Text(row, "financial_year");
        if (text is { Length: 7 } && text[4] == '/'
            && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var next)
            && next == (year + 1) % 100)
        {
            return year;
        }

        file.Problem(row, $"financial_year '{text}' does not read: expected such as 2024/25.");
        return null;
    }

    static decimal? Amount(ReferenceFile file, int row)
    {
        var amount = file.Decimal(row, "amount");
        if (amount is null)
        {
            file.Problem(row, "amount is blank or no number: fill it in or take the row out.");
        }

        return amount;
    }

    static double? Value(ReferenceFile file, int row)
    {
        var text = file.Text(row, "value");
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
        {
            return value;
        }

        file.Problem(row, $"value '{text}' is no number: fill it in or take the row out.");
        return null;
    }
}
