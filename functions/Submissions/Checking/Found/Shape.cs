using System.Text;
using System.Text.RegularExpressions;
using Homeward.Reference;

namespace Homeward.Submissions.Checking.Found;

/// <summary>Makes text safe to show: what could be an NHS number or a postcode is reduced to its shape (submission.md §4).</summary>
static partial class Shape
{
    /// <summary>The longest key that the specification allows; longer texts are cut.</summary>
    const int Longest = 40;

    /// <summary>Digits as 9, letters as A, everything else as it is.</summary>
    public static string Of(string text)
    {
        var shape = new StringBuilder(text.Length);
        foreach (var character in Cut(text))
        {
            shape.Append(char.IsDigit(character) ? '9' : char.IsLetter(character) ? 'A' : char.IsControl(character) ? '?' : character);
        }

        return shape.ToString();
    }

    /// <summary>The text, cut to 40 characters, control characters replaced, and its shape where it looks like an identifier.</summary>
    public static string Masked(string text)
    {
        if (IsIdentifier(text))
        {
            return Of(text);
        }

        var masked = Embedded().Replace(text, match => IsPerson(match.Value) ? Of(match.Value) : match.Value);
        return string.Concat(Cut(masked).Select(character => char.IsControl(character) ? '?' : character));
    }

    /// <summary>As <see cref="Masked"/>, and the shape of a date too: for fields that never hold one, where it may be a birth date gone astray.</summary>
    public static string MaskedDateless(string text) => Masked(Dates().Replace(text, match => Of(match.Value)));

    static bool IsIdentifier(string text)
    {
        var packed = text.Replace(" ", "", StringComparison.Ordinal);
        return (packed.Length == 10 && packed.All(char.IsAsciiDigit)) || Postcode.HasShape(Encoding.UTF8.GetBytes(packed));
    }

    /// <summary>Inside a longer text only a true NHS number counts: keys are full of digits.</summary>
    static bool IsPerson(string part)
    {
        var packed = Encoding.UTF8.GetBytes(part.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal));
        return NhsNumber.IsValid(packed) || Postcode.HasShape(packed);
    }

    static string Cut(string text) => text.Length <= Longest ? text : text[..(Longest - 1)] + "…";

    [GeneratedRegex(
        @"(?<![0-9])[0-9](?:[ -]?[0-9]){9}(?![0-9])|(?<![A-Za-z0-9])[A-Za-z]{1,2}[0-9][A-Za-z0-9]? *[0-9][A-Za-z]{2}(?![A-Za-z0-9])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Embedded();

    [GeneratedRegex(@"(?<![0-9])(?:[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}|(?:19|20)[0-9]{6})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Dates();
}
