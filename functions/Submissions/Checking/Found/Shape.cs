using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Homeward.Reference;

namespace Homeward.Submissions.Checking.Found;

/// <summary>Makes text safe to show: what could be an NHS number or a postcode is reduced to its shape (submission.md §4).</summary>
public static partial class Shape
{
    /// <summary>The longest key that the specification allows; longer texts are cut.</summary>
    const int Longest = 40;

    /// <summary>Digits as 9, letters as A, everything else as it is.</summary>
    public static string Of(string text) => Outline(Cut(text));

    /// <summary>The text with the shape of what in it looks like an identifier or a date; as long as it was.</summary>
    public static string Unidentified(string text) => WithoutIdentifiers(WithoutDates(text));

    /// <summary>The text, cut to 40 characters, control characters replaced, and its shape where it looks like an identifier.</summary>
    public static string Masked(string text) =>
        string.Concat(Cut(WithoutIdentifiers(text)).Select(character => char.IsControl(character) ? '?' : character));

    /// <summary>As <see cref="Masked"/>, and the shape of a date too: for fields that never hold one, where it may be a birth date gone astray.</summary>
    public static string MaskedDateless(string text) => Masked(WithoutDates(text));

    /// <summary>As <see cref="Masked"/>, and the shape of a key that is a date and nothing else, for it may be a birth date; dates within longer keys are shown.</summary>
    public static string MaskedKey(string key) =>
        DateOnly.TryParseExact(Plain(key, character => !char.IsLetterOrDigit(character)), ["yyyyMMdd", "ddMMyyyy", "MMddyyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.Year is > 1900 and < 2100 ? Outline(Cut(key)) : Masked(key);

    static string WithoutIdentifiers(string text) =>
        IsIdentifier(text) ? Outline(text) : Embedded().Replace(text, match => IsPerson(match.Value) ? Outline(match.Value) : match.Value);

    static string WithoutDates(string text) => Dates().Replace(text, match => Outline(match.Value));

    static string Outline(string text)
    {
        var shape = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            shape.Append(char.IsDigit(character) ? '9' : char.IsLetter(character) ? 'A' : char.IsControl(character) ? '?' : character);
        }

        return shape.ToString();
    }

    static bool IsIdentifier(string text)
    {
        var plain = Plain(text, char.IsWhiteSpace);
        return (plain.Length == 10 && plain.All(char.IsAsciiDigit)) || Postcode.HasShape(Encoding.UTF8.GetBytes(plain));
    }

    /// <summary>Inside a longer text only a true NHS number counts: keys are full of digits.</summary>
    static bool IsPerson(string part)
    {
        var plain = Encoding.UTF8.GetBytes(Plain(part, character => !char.IsLetterOrDigit(character)));
        return NhsNumber.IsValid(plain) || Postcode.HasShape(plain);
    }

    /// <summary>Without what people part identifiers with, and with digits of every width as plain ones.</summary>
    static string Plain(string text, Func<char, bool> parts) => string.Concat(text.Where(character => !parts(character))
        .Select(character => char.IsDigit(character) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(character)) : character));

    static string Cut(string text) => text.Length <= Longest ? text : text[..(Longest - 1)] + "…";

    [GeneratedRegex(
        @"(?<!\d)\d(?:[^\p{L}\d]?\d){9}(?!\d)|(?<![A-Za-z0-9])[A-Za-z]{1,2}[0-9][A-Za-z0-9]?[^\p{L}\d]*[0-9][A-Za-z]{2}(?![A-Za-z0-9])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Embedded();

    [GeneratedRegex(@"(?<![0-9])(?:[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}|(?:19|20)[0-9]{6}|[0-3][0-9][01][0-9](?:19|20)[0-9]{2})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Dates();
}
