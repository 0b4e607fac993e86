using Homeward.Columns;

namespace Homeward.Measures.National.Published;

/// <summary>
/// The open data files of the old collection: one row per question and breakdown, in 6 columns, in 8 (with descriptions) or in 10 (with
/// publication and period). England's total is repeated in every breakdown. In crosses of regions the level 0, All, is no total: it is
/// suppressed where the region's total is not.
/// </summary>
static class QuestionLayout
{
    const string England = "England";

    /// <summary>As <c>marts/kpi</c> names them, where it has them.</summary>
    static readonly Dictionary<string, string> Breakdowns = new(StringComparer.OrdinalIgnoreCase)
    {
        ["BedType"] = BedClass,
        ["Ccg"] = "CCG",
        ["Gender"] = "Gender",
        ["MhaStatus"] = "Mental Health Act Status",
        ["OutOfAreaReason"] = "OAP Reason",
        ["PrimaryDiagnosis"] = "Primary Reason for Referral",
        ["ReceiverGroup"] = "Receiver Group",
        ["ReceivingProvider"] = "Receiving Provider",
        ["Region"] = "Region",
        ["SendingProvider"] = "Sending Provider",
        ["Stp"] = "STP",
    };

    const string BedClass = "Bed Class";

    /// <summary>The bed types that the collection had, as today's classes (domain.md §2.2).</summary>
    static readonly Dictionary<string, string> BedClasses = new(StringComparer.Ordinal) { ["10"] = "200", ["11"] = "201", ["12"] = "202" };

    public static bool Fits(PublishedSheet sheet) => sheet.Has("Question", "Breakdown1", "Breakdown1Code", "Breakdown2", "Breakdown2Code", "Value");

    public static PublishedFigure Read(PublishedSheet sheet, int row)
    {
        var month = Period(sheet, row);
        var question = sheet.Needed(row, "Question");
        var twin = Twin.OfQuestion(question);
        return new(
            month.FirstDay,
            month.LastDay,
            null,
            Levels(sheet, row),
            null,
            question,
            twin,
            sheet.Value(row, "Value", twin),
            sheet.Text(row, "Value") == "*",
            sheet.Line(row));
    }

    static Month Period(PublishedSheet sheet, int row) => sheet.Has("PublicationPeriod")
        ? PublishedDates.Period(sheet.Text(row, "PublicationPeriod")) ?? throw sheet.Problem(row, "PublicationPeriod", "a month as 2017/02")
        : PublishedDates.OfFile(sheet.Name) ?? throw new PublishedFileException(
            $"{sheet.Name}: its rows do not say which month they are of, and its name does not either: expected a name with month and year, such as oaps-open-data-oct-2016.csv. Rename the file.");

    static PublishedLevels Levels(PublishedSheet sheet, int row)
    {
        var (first, second) = (sheet.Needed(row, "Breakdown1"), sheet.Text(row, "Breakdown2"));
        if (first == England || sheet.Text(row, "Breakdown1Code") == England)
        {
            return PublishedLevels.England;
        }

        var (breakdown, code, description) = Level(sheet, row, "Breakdown1", first);
        if (second is null)
        {
            return new(breakdown, code, description, PublishedLevels.None, PublishedLevels.None);
        }

        var (cross, secondCode, secondDescription) = Level(sheet, row, "Breakdown2", second);
        return new($"{breakdown}; {cross}", code, description, secondCode, secondDescription);
    }

    static (string Breakdown, string Code, string Description) Level(PublishedSheet sheet, int row, string column, string name)
    {
        var breakdown = Breakdowns.GetValueOrDefault(name, name);
        var code = sheet.Needed(row, $"{column}Code");
        code = breakdown == BedClass ? BedClasses.GetValueOrDefault(code, code) : code;
        return (breakdown, code, sheet.Text(row, $"{column}Description") ?? code);
    }
}
