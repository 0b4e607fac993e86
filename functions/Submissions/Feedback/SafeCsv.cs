using System.Text;

namespace Homeward.Submissions.Feedback;

/// <summary>CSV that people open in a spreadsheet: RFC 4180 quotes, and no field that a spreadsheet would run as a formula.</summary>
/// <remarks>It begins with a byte order mark: without one Excel takes UTF-8 for the code page of its country, and spoils every accent.</remarks>
sealed class SafeCsv
{
    readonly StringBuilder text = new();

    public void Row(params ReadOnlySpan<string?> fields)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (i > 0)
            {
                text.Append(',');
            }

            text.Append(Quoted(Harmless(fields[i] ?? "")));
        }

        text.Append('\n');
    }

    public byte[] ToBytes() => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Rows)];

    /// <summary>Without the mark, to go into a file that has one.</summary>
    public string Rows => text.ToString();

    /// <summary>An apostrophe before the signs that begin a formula (OWASP, CSV injection).</summary>
    static string Harmless(string field) => field.Length > 0 && field[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + field : field;

    static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",\"\n\r") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
