using System.Security.Cryptography;
using Homeward.Columns;
using Homeward.Measures.Outputs;

namespace Homeward.Measures.National.Published;

/// <summary>Published national figures in one tidy table, <c>marts/national.parquet</c>, in the columns of <c>marts/kpi</c>.</summary>
/// <remarks>
/// Reads the three layouts of the old open data files (6, 8 and 10 columns) and the eleven columns of the MHSDS files. One row per figure:
/// <list type="bullet">
/// <item><c>reporting_period_start</c>, <c>reporting_period_end</c> DATE; <c>window</c> M, R3 or R12, null for another length; <c>status</c>
/// as published, null in old files</item>
/// <item><c>breakdown</c>, <c>primary_level</c>, <c>primary_level_description</c>, <c>secondary_level</c>, <c>secondary_level_description</c>:
/// named as in <c>marts/kpi</c> where it has them; England for the nation's total; unused levels are NONE; a cross of two is
/// <c>Region; Bed Class</c></item>
/// <item><c>measure_id</c>, <c>split</c>, <c>scope</c>: our figure that counts the same, all three null where none does</item>
/// <item><c>measure_value</c> DOUBLE, null where suppressed or blank; <c>unit</c> as in <c>marts/kpi</c> (percentages times 100), null where
/// it is not known; <c>suppressed</c> BOOLEAN</item>
/// <item><c>source_measure_id</c> (MHSDS files), <c>source_measure_name</c> (in old files the question), <c>source_file</c>,
/// <c>source_sha256</c>, <c>source_line</c> INT32</item>
/// </list>
/// Rows that a file repeats are there once. The order of files and rows does not matter.
/// </remarks>
public static class NationalFigures
{
    /// <exception cref="PublishedFileException">A file is of no known layout, does not read, or contradicts itself.</exception>
    public static Table Read(IEnumerable<PublishedFile> files)
    {
        var rows = files.OrderBy(file => file.Name, StringComparer.Ordinal).DistinctBy(Hash).SelectMany(Rows)
            .OrderBy(row => row.Figure.End)
            .ThenBy(row => row.Figure.Start)
            .ThenBy(row => row.File, StringComparer.Ordinal)
            .ThenBy(row => row.Figure.SourceMeasure, StringComparer.Ordinal)
            .ThenBy(row => row.Figure.SourceName, StringComparer.Ordinal)
            .ThenBy(row => row.Figure.Levels.Breakdown, StringComparer.Ordinal)
            .ThenBy(row => row.Figure.Levels.Primary, StringComparer.Ordinal)
            .ThenBy(row => row.Figure.Levels.Secondary, StringComparer.Ordinal)
            .ThenBy(row => row.Sha256, StringComparer.Ordinal)
            .ThenBy(row => row.Figure.Line)
            .ToList();
        return Columns(rows);
    }

    static IEnumerable<Sourced> Rows(PublishedFile file)
    {
        var sheet = new PublishedSheet(file);
        var read = MhsdsLayout.Fits(sheet) ? MhsdsLayout.Read
            : QuestionLayout.Fits(sheet) ? (Func<PublishedSheet, int, PublishedFigure>)QuestionLayout.Read
            : throw new PublishedFileException(
                $"{file.Name} line 1: no known layout: expected the columns REPORTING_PERIOD_START to MEASURE_VALUE of an MHSDS file, or Question, Breakdown1 to Breakdown2Code and value of an older one. Give the CSV as it was published; unpack a zip first.");
        var sha256 = Hash(file);
        var kept = new Dictionary<object, PublishedFigure>();
        for (var row = 0; row < sheet.RowCount; row++)
        {
            var figure = read(sheet, row);
            if (kept.TryAdd(figure.Identity, figure))
            {
                yield return new(file.Name, sha256, figure);
            }
            else if (kept[figure.Identity] is var first && (first.Value != figure.Value || first.Suppressed != figure.Suppressed))
            {
                throw new PublishedFileException(
                    $"{file.Name} lines {first.Line} and {figure.Line}: two values of one figure. Take the file again from where it was published.");
            }
        }
    }

    static string Hash(PublishedFile file) => Convert.ToHexStringLower(SHA256.HashData(file.Bytes));

    static Table Columns(List<Sourced> rows) => new RowColumns<Sourced>(rows)
        .Day("reporting_period_start", row => DateColumn.Days(row.Figure.Start))
        .Day("reporting_period_end", row => DateColumn.Days(row.Figure.End))
        .Text("window", row => row.Figure.Window)
        .Text("status", row => row.Figure.Status)
        .Text("breakdown", row => row.Figure.Levels.Breakdown)
        .Text("primary_level", row => row.Figure.Levels.Primary)
        .Text("primary_level_description", row => row.Figure.Levels.PrimaryDescription)
        .Text("secondary_level", row => row.Figure.Levels.Secondary)
        .Text("secondary_level_description", row => row.Figure.Levels.SecondaryDescription)
        .Text("measure_id", row => row.Figure.Twin?.Measure)
        .Text("split", row => row.Figure.Twin?.Split)
        .Text("scope", row => row.Figure.Twin?.Scope)
        .Double("measure_value", row => row.Figure.Value)
        .Text("unit", row => row.Figure.Twin?.Unit)
        .Flag("suppressed", row => row.Figure.Suppressed)
        .Text("source_measure_id", row => row.Figure.SourceMeasure)
        .Text("source_measure_name", row => row.Figure.SourceName)
        .Text("source_file", row => row.File)
        .Text("source_sha256", row => row.Sha256)
        .Number("source_line", row => row.Figure.Line)
        .Table("national");

    sealed record Sourced(string File, string Sha256, PublishedFigure Figure);
}
