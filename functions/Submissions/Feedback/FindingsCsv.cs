using System.Globalization;
using Homeward.Submissions.Checking;

namespace Homeward.Submissions.Feedback;

/// <summary><c>findings.csv</c>: one row per finding kept.</summary>
static class FindingsCsv
{
    public static string[] Columns { get; } = ["rule", "severity", "table", "line", "key", "field", "value", "message"];

    public static byte[] Write(CheckedSubmission submission)
    {
        var csv = new SafeCsv();
        csv.Row(Columns);
        foreach (var finding in submission.Findings.Kept)
        {
            csv.Row(
                finding.Rule,
                Words.Letter(finding.Severity),
                finding.Table,
                finding.Line?.ToString(CultureInfo.InvariantCulture),
                finding.Key,
                finding.Field,
                finding.Value,
                finding.Message);
        }

        return csv.ToBytes();
    }
}
