using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Feedback.Report;
using Homeward.Submissions.Rules;

namespace Homeward.Submissions.Feedback;

/// <summary>Says in a feedback pack that files came after the judgement (SUB010). The judgement stays: a folder is judged once.</summary>
public static class LateNotice
{
    internal const string Property = "late_files";

    static readonly RuleEntry Rule = RuleCatalogue.Find("SUB010");

    /// <summary>The late files that a <c>summary.json</c> names.</summary>
    public static IReadOnlyList<string> In(ReadOnlySpan<byte> summary) =>
        JsonNode.Parse(summary)?[Property] is JsonArray late ? [.. late.Select(file => (string)file!)] : [];

    /// <summary>The files of a pack that change: <c>summary.json</c>, <c>findings.csv</c> and <c>report.html</c>.</summary>
    /// <param name="pack">File name → bytes, those three at least.</param>
    /// <param name="late">Names of table files.</param>
    public static IReadOnlyDictionary<string, byte[]> Add(IReadOnlyDictionary<string, byte[]> pack, IEnumerable<string> late)
    {
        string[] files = [.. late.Order(StringComparer.Ordinal)];
        return new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            [FeedbackPack.Summary] = Summary(pack[FeedbackPack.Summary], files),
            [FeedbackPack.Findings] = Findings(pack[FeedbackPack.Findings], files),
            [FeedbackPack.Report] = LateSection.Into(pack[FeedbackPack.Report], files),
        };
    }

    static byte[] Summary(byte[] summary, string[] late)
    {
        var document = JsonNode.Parse(summary)!.AsObject();
        var rules = document["rules"]!.AsArray();
        var all = rules.Where(rule => (string)rule!["rule"]! != Rule.Id).OfType<JsonNode>().Append(new JsonObject
        {
            ["rule"] = Rule.Id,
            ["severity"] = Words.Letter(Rule.Severity),
            ["title"] = Rule.Title,
            ["count"] = (long)late.Length,
            ["rows_affected"] = 0L,
            ["listed"] = late.Length,
        }).ToList();
        rules.Clear();
        foreach (var rule in RootCauses.First(all, rule => RuleCatalogue.Find((string)rule["rule"]!), SummaryJson.RowsOf))
        {
            rules.Add(rule);
        }

        document[Property] = new JsonArray([.. late.Select(file => JsonValue.Create(file))]);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, SummaryJson.Layout))
        {
            document.WriteTo(json);
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    /// <summary>The lines of this rule are written anew; no other finding holds a line break before its rule.</summary>
    static byte[] Findings(byte[] findings, string[] late)
    {
        var csv = new SafeCsv();
        foreach (var file in late)
        {
            var message = MessageTemplate.Fill(Rule.Message, null, null, file, "");
            csv.Row(Rule.Id, Words.Letter(Rule.Severity), "", null, null, null, null, message);
        }

        var lines = Encoding.UTF8.GetString(findings).Split('\n').Where(line => !line.StartsWith($"{Rule.Id},", StringComparison.Ordinal)).ToList();
        return Encoding.UTF8.GetBytes($"{lines[0]}\n{csv.Rows}{string.Join('\n', lines.Skip(1))}");
    }
}
