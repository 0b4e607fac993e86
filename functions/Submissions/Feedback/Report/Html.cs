using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace Homeward.Submissions.Feedback.Report;

/// <summary>Builds a page. Literal parts of an interpolated string are markup, everything put into it is text and encoded.</summary>
sealed class Html
{
    readonly StringBuilder markup = new();

    public Html Add([InterpolatedStringHandlerArgument("")] Markup part)
    {
        _ = part;
        return this;
    }

    /// <summary>Markup of our own, as it is.</summary>
    public Html Raw(string trusted)
    {
        markup.Append(trusted);
        return this;
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(markup.ToString());

    [InterpolatedStringHandler]
    public readonly ref struct Markup
    {
        readonly StringBuilder markup;

        public Markup(int literalLength, int formattedCount, Html html)
        {
            markup = html.markup;
            markup.EnsureCapacity(markup.Length + literalLength + formattedCount * 8);
        }

        public void AppendLiteral(string literal) => markup.Append(literal);

        public void AppendFormatted(string? text) => markup.Append(HtmlEncoder.Default.Encode(text ?? ""));

        public void AppendFormatted(long number) => markup.Append(number.ToString("#,0", CultureInfo.InvariantCulture));

        /// <summary>A percentage for a style, with a point.</summary>
        public void AppendFormatted(double number) => markup.Append(number.ToString("0.##", CultureInfo.InvariantCulture));
    }
}
