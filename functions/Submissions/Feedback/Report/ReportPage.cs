using System.Globalization;
using Homeward.Submissions.Checking;
using Homeward.Submissions.Specification;

namespace Homeward.Submissions.Feedback.Report;

/// <summary><c>report.html</c>: the answer for a person. One file, no scripts, nothing fetched.</summary>
static class ReportPage
{
    static readonly string Style = ReadStyle();

    public static byte[] Write(CheckedSubmission submission, string referenceVersion, DateTimeOffset finished)
    {
        var html = new Html();
        var identity = submission.Identity;
        var month = identity.Period.FirstDay.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
        html.Raw("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Raw("<meta name=\"referrer\" content=\"no-referrer\">\n")
            .Add($"<title>{VerdictSection.Short(submission)}: {identity.Provider}, {month}</title>\n")
            .Raw("<style>\n").Raw(Style).Raw("</style>\n</head>\n<body>\n")
            .Raw("<a class=\"nhsuk-skip-link\" href=\"#maincontent\">Skip to main content</a>\n")
            .Raw("<header class=\"report-header\"><div class=\"nhsuk-width-container\">")
            .Add($"<p class=\"report-header__name\">Homeward submission report</p><p class=\"report-header__about\">{identity.Provider}, {month}</p>")
            .Raw("</div></header>\n<main class=\"nhsuk-width-container\" id=\"maincontent\">\n");
        VerdictSection.Write(html, submission);
        LateSection.Write(html, submission.LateFiles);
        Contents(html, submission);
        FixSection.Write(html, submission);
        TablesSection.Write(html, submission);
        ChangesSection.Write(html, submission);
        VodimSection.Write(html, submission);
        About(html, submission, referenceVersion, finished);
        html.Raw("</main>\n</body>\n</html>\n");
        return html.ToBytes();
    }

    static void Contents(Html html, CheckedSubmission submission)
    {
        html.Raw(LateSection.Before).Raw(" aria-label=\"On this page\"><ul>\n");
        foreach (var (id, title, there) in new[]
        {
            ("fix", "What to put right", true),
            ("tables", "Tables", true),
            ("changes", "Changes since last month", submission.RowsLastMonth is not null),
            ("vodim", "Quality of the fields", submission.Tables.Any(table => table.Read > 0)),
            ("about", "About this submission", true),
        })
        {
            _ = there ? html.Add($"<li><a href=\"#{id}\">{title}</a></li>\n") : html;
        }

        html.Raw("</ul></nav>\n");
    }

    static void About(Html html, CheckedSubmission submission, string referenceVersion, DateTimeOffset finished)
    {
        html.Raw("<section aria-labelledby=\"about\">\n<h2 id=\"about\">About this submission</h2>\n<dl class=\"nhsuk-summary-list\">\n");
        foreach (var (key, value) in new[]
        {
            ("Submission", submission.Identity.Id),
            ("Files made", submission.Created is { } created ? Instant(created) : "not known"),
            ("Received", Instant(submission.Received)),
            ("Judged", Instant(finished)),
            ("Content (SHA-256)", submission.ContentSha256),
            ("Specification", SpecificationTables.Version),
            ("Reference data", referenceVersion),
        })
        {
            html.Add($"<div class=\"nhsuk-summary-list__row\"><dt>{key}</dt><dd>{value}</dd></div>\n");
        }

        html.Raw("</dl>\n</section>\n");
    }

    static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("d MMMM yyyy 'at' HH:mm 'UTC'", CultureInfo.InvariantCulture);

    static string ReadStyle()
    {
        using var resource = typeof(ReportPage).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }
}
