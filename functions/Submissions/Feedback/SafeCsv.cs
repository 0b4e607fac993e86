using System.Text;

namespace Homeward.Submissions.Feedback;

/// <summary>CSV that people open in a spreadsheet: RFC 4180 quotes, and no field that a spreadsheet would run as a formula.</summary>
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

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(text.ToString());

    /// <summary>An apostrophe before the signs that begin a formula (OWASP, CSV injection).</summary>
    static string Harmless(string field) => field.Length > 0 && field[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + field : field;

    static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",\"\n\r") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
