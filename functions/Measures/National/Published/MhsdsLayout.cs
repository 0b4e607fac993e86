namespace Homeward.Measures.National.Published;

/// <summary>The eleven columns of the MHSDS out of area placement files (domain.md §3.7).</summary>
static class MhsdsLayout
{
    public static bool Fits(PublishedSheet sheet) =>
        sheet.Has("REPORTING_PERIOD_START", "REPORTING_PERIOD_END", "BREAKDOWN", "PRIMARY_LEVEL", "MEASURE_ID", "MEASURE_VALUE");

    public static PublishedFigure Read(PublishedSheet sheet, int row)
    {
        var id = sheet.Needed(row, "MEASURE_ID");
        var twin = Twin.OfMeasure(id);
        return new(
            Day(sheet, row, "REPORTING_PERIOD_START"),
            Day(sheet, row, "REPORTING_PERIOD_END"),
            sheet.Text(row, "STATUS"),
            Levels(sheet, row),
            id,
            sheet.Text(row, "MEASURE_NAME") ?? id,
            twin,
            sheet.Value(row, "MEASURE_VALUE", twin),
            sheet.Text(row, "MEASURE_VALUE") == "*",
            sheet.Line(row));
    }

    static DateOnly Day(PublishedSheet sheet, int row, string header) =>
        PublishedDates.Day(sheet.Text(row, header)) ?? throw sheet.Problem(row, header, PublishedDates.Expected);

    static PublishedLevels Levels(PublishedSheet sheet, int row)
    {
        var breakdown = sheet.Needed(row, "BREAKDOWN");
        if (breakdown == PublishedLevels.England.Breakdown)
        {
            return PublishedLevels.England;
        }

        var primary = sheet.Text(row, "PRIMARY_LEVEL") ?? PublishedLevels.None;
        var secondary = sheet.Text(row, "SECONDARY_LEVEL") ?? PublishedLevels.None;
        return new(
            breakdown,
            primary,
            sheet.Text(row, "PRIMARY_LEVEL_DESCRIPTION") ?? primary,
            secondary,
            sheet.Text(row, "SECONDARY_LEVEL_DESCRIPTION") ?? secondary);
    }
}
