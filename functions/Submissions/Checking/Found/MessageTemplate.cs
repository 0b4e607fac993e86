using System.Text;

namespace Homeward.Submissions.Checking.Found;

/// <summary>Fills the blanks of a catalogue sentence: {field}, {value}, {file} and {detail}.</summary>
static class MessageTemplate
{
    public static string Fill(string template, string? field, string? value, string file, string detail)
    {
        var message = new StringBuilder(template.Length + 32);
        for (var at = 0; at < template.Length;)
        {
            var open = template.IndexOf('{', at);
            if (open < 0)
            {
                message.Append(template, at, template.Length - at);
                break;
            }

            message.Append(template, at, open - at);
            var close = template.IndexOf('}', open);
            message.Append(template[(open + 1)..close] switch
            {
                "field" => field,
                "value" => value is null ? "the value" : $"'{value}'",
                "file" => file,
                "detail" => detail,
                var other => throw new FormatException($"The message template '{template}' has an unknown blank {{{other}}}."),
            });
            at = close + 1;
        }

        return message.ToString();
    }
}
