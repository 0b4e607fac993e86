using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Homeward.Submissions.Checking;
using Homeward.Submissions.Rules;
using Homeward.Submissions.Specification;

namespace Homeward.Submissions.Feedback;

/// <summary><c>summary.json</c>: the outcome in counts, for programs. The same submission gives the same bytes.</summary>
static class SummaryJson
{
    internal static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n" };

    public static byte[] Write(CheckedSubmission submission, string referenceVersion, DateTimeOffset finished)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Layout))
        {
            json.WriteStartObject();
            Head(json, submission, referenceVersion, finished);
            json.WriteStartObject("hidden");
            json.WriteNumber("people", submission.Hidden.People);
            json.WriteNumber("nights", submission.Hidden.Nights);
            json.WriteNumber("active_placements", submission.Hidden.ActivePlacements);
            json.WriteEndObject();
            Tables(json, submission);
            Rules(json, submission);
            json.WriteStartArray(LateNotice.Property);
            foreach (var file in submission.LateFiles)
            {
                json.WriteStringValue(file);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    static void Head(Utf8JsonWriter json, CheckedSubmission submission, string referenceVersion, DateTimeOffset finished)
    {
        var identity = submission.Identity;
        json.WriteString("submission_id", identity.Id);
        json.WriteString("provider", identity.Provider);
        json.WriteString("period", identity.Period.ToString());
        json.WriteString("upload", identity.Upload);
        json.WriteString("status", Words.Of(submission.Verdict));
        json.WriteString("received", Instant(submission.Received));
        json.WriteString("created", submission.Created is { } created ? Instant(created) : null);
        json.WriteString("finished", Instant(finished));
        json.WriteString("newer_upload", submission.NewerUpload);
        json.WriteString("content_sha256", submission.ContentSha256);
        json.WriteString("spec_version", SpecificationTables.Version);
        json.WriteString("reference_version", referenceVersion);
    }

    static void Tables(Utf8JsonWriter json, CheckedSubmission submission)
    {
        json.WriteStartArray("tables");
        foreach (var table in submission.Tables)
        {
            json.WriteStartObject();
            json.WriteString("table", table.Spec.Name);
            json.WriteBoolean("present", table.Present);
            json.WriteNumber("read", table.Read);
            json.WriteNumber("accepted", table.AcceptedRows);
            json.WriteNumber("rejected", table.Rejected);
            json.WriteNumber("warned", table.Warned);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void Rules(Utf8JsonWriter json, CheckedSubmission submission)
    {
        var listed = submission.Findings.Kept.GroupBy(finding => finding.Rule).ToDictionary(rule => rule.Key, rule => rule.Count());
        json.WriteNumber("findings_cap", submission.Findings.Cap);
        json.WriteStartArray("rules");
        foreach (var rule in InOrder(submission.Findings))
        {
            json.WriteStartObject();
            json.WriteString("rule", rule.Id);
            json.WriteString("severity", Words.Letter(rule.Severity));
            json.WriteString("title", rule.Title);
            json.WriteNumber("count", submission.Findings.Counts[rule.Id]);
            json.WriteNumber("rows_affected", submission.Findings.Affected.GetValueOrDefault(rule.Id));
            json.WriteNumber("listed", listed.GetValueOrDefault(rule.Id));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The order of the report.</summary>
    static IEnumerable<RuleEntry> InOrder(Findings findings) => RootCauses.First(findings.Counts.Keys.Select(RuleCatalogue.Find), rule => rule, findings.Rows);

    /// <summary><see cref="Findings.Rows"/>, of a rule as it is written here.</summary>
    internal static long RowsOf(JsonNode rule) => rule["rows_affected"]!.GetValue<long>() is var rows && (rows > 0 || (string)rule["severity"]! is "R" or "G") ? rows : rule["count"]!.GetValue<long>();

    static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
