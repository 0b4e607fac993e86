using System.Text;

namespace Homeward.Submissions.Feedback.Report;

/// <summary>Says that files came after the judgement, just below the verdict; can be put into a page that was written before.</summary>
static class LateSection
{
    /// <summary>How the part of the page begins that stands below.</summary>
    public const string Before = "<nav class=\"contents\"";

    const string Begin = "<section class=\"fix fix--W\" aria-labelledby=\"late\">\n";
    const string End = "</section>\n";

    public static void Write(Html html, IReadOnlyList<string> late)
    {
        if (late.Count == 0)
        {
            return;
        }

        html.Raw(Begin).Raw("<h2 id=\"late\">Files that came too late</h2>\n")
            .Add($"<p>{string.Join(", ", late)} arrived or changed after this submission had been judged, and {(late.Count == 1 ? "was" : "were")} not read. ")
            .Raw("The answer on this page stands. Send everything again under a new upload name, submission.csv last (SUB010).</p>\n").Raw(End);
    }

    /// <summary>The page with the section for these files in place of the one that it has, if any.</summary>
    public static byte[] Into(byte[] page, IReadOnlyList<string> late)
    {
        var text = Encoding.UTF8.GetString(page);
        var begin = text.IndexOf(Begin, StringComparison.Ordinal);
        if (begin >= 0)
        {
            text = text.Remove(begin, text.IndexOf(End, begin, StringComparison.Ordinal) + End.Length - begin);
        }

        var html = new Html();
        Write(html, late);
        return Encoding.UTF8.GetBytes(text.Insert(text.IndexOf(Before, StringComparison.Ordinal), Encoding.UTF8.GetString(html.ToBytes())));
    }
}
