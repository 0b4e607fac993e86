using System.Net;
using System.Text;

namespace Homeward.Measures.Worklist.Page;

/// <summary>Builds a page: <see cref="Raw"/> takes markup of our own, everything else is text and encoded.</summary>
sealed class Markup
{
    readonly StringBuilder page = new();

    public Markup Raw(string markup)
    {
        page.Append(markup);
        return this;
    }

    public Markup Text(string text)
    {
        page.Append(WebUtility.HtmlEncode(text));
        return this;
    }

    /// <summary>A cell: what it sorts by, its text, and what is told beside it in a quieter voice.</summary>
    public Markup Cell(string text, string? sort = null, string quiet = "", string kind = "")
    {
        Raw("<td data-sort=\"").Text(sort ?? text).Raw(kind.Length == 0 ? "\">" : $"\" class=\"{kind}\">").Text(text);
        return (quiet.Length == 0 ? this : Raw("<span class=\"quiet\">").Text(quiet).Raw("</span>")).Raw("</td>");
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(page.ToString());
}
