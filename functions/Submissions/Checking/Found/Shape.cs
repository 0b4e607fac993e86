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

    const int NhsNumberDigits = 10;
    const int WidestGap = 12;

    /// <summary>Parts and years of two digits only where more than spaces part them.</summary>
    const string NumberDate =
        @"(?<!\d)(?:(?<year>\d{4})" + Wide + @"(?<one>\d{1,2})" + Wide + @"(?<two>\d{1,2})|(?<one>\d{1,2})" + Wide + @"(?<two>\d{1,2})" + Wide + @"(?<year>\d{4})"
        + @"|(?<one>\d{1,2})" + Mark + @"(?<two>\d{1,2})" + Mark + @"\d\d"
        + @"|(?<year>(?:19|20)\d\d)(?<one>[01]\d)(?<two>[0-3]\d)|(?<one>[0-3]\d)(?<two>[0-3]\d)(?<year>(?:19|20)\d\d))(?!\d)";

    /// <summary>With the month in words: 2 March 1971, 02-Mar-71, March 2nd, 1971, 1971-Mar-02.</summary>
    const string WrittenDate =
        @"(?<!\d)" + Day + "(?: of)?" + Parting + Months + Parting + Year
        + "|(?<![a-z])" + Months + Parting + Day + Wide + Year
        + @"|(?<!\d)\d{4}" + Parting + Months + Parting + @"\d{1,2}(?!\d)|(?<!\d)\d{4}" + Wide + Day + Parting + Months + "(?![a-z])";

    const string Day = @"\d{1,2}(?:st|nd|rd|th)?";
    const string Year = @"(?:\d{4}|\d\d)(?!\d)";
    const string Months = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    const string Parting = @"[^\p{L}\d]{0,5}";
    const string Wide = @"[^\p{L}\d]{1,5}";
    const string Mark = @" {0,2}[-/.\\_] {0,2}";

    /// <summary>Digits as 9, letters as A, everything else as it is.</summary>
    public static string Of(string text) => Outline(Cut(text));

    /// <summary>The text with the shape of what in it looks like an identifier or a date; as long as it was.</summary>
    public static string Unidentified(string text) => WithoutIdentifiers(WithoutDates(text));

    /// <summary>The text, cut to 40 characters, what is not seen replaced, and its shape where it looks like an identifier.</summary>
    public static string Masked(string text) =>
        string.Concat(Cut(WithoutIdentifiers(text)).Select(character => IsUnseen(character) ? '?' : character));

    /// <summary>As <see cref="Masked"/>, and the shape of a date too: for fields that never hold one, where it may be a birth date gone astray.</summary>
    public static string MaskedDateless(string text) => Masked(WithoutDates(text));

    /// <summary>As <see cref="Masked"/>, and the shape of a key that is a date and nothing else, for it may be a birth date; dates within longer keys are shown.</summary>
    public static string MaskedKey(string key) => IsDate(key) ? Outline(Cut(key)) : Masked(key);

    /// <summary>True where something in the text looks like an NHS number or a postcode.</summary>
    public static bool HasIdentifier(string text) => WithoutIdentifiers(text) != text;

    static string WithoutIdentifiers(string text) => IsIdentifier(text) ? Outline(text) : WithoutNhsNumbers(Postcodes().Replace(text, match => IsPostcode(match.Value) ? Outline(match.Value) : match.Value));

    static string WithoutDates(string text) => Dates().Replace(text, match => IsPlausible(match) ? Outline(match.Value) : match.Value);

    /// <summary>A day, a month and a year in numbers; a month in words is one.</summary>
    static bool IsPlausible(Match date)
    {
        if (!date.Groups["one"].Success)
        {
            return true;
        }

        var (one, two) = (Number(date.Groups["one"].Value), Number(date.Groups["two"].Value));
        var year = date.Groups["year"];
        return one is >= 1 and <= 31 && two is >= 1 and <= 31 && Math.Min(one, two) <= 12 && (!year.Success || Number(year.Value) is >= 1900 and < 2100);
    }

    static int Number(string digits) => digits.Aggregate(0, (number, digit) => (10 * number) + CharUnicodeInfo.GetDecimalDigitValue(digit));

    /// <summary>
    /// Within a longer text only true NHS numbers count, for keys are full of digits; parted by spaces or as people part them, not as a year and
    /// a number, whatever numbers stand beside them.
    /// </summary>
    static string WithoutNhsNumbers(string text)
    {
        if (text.Count(char.IsDigit) < NhsNumberDigits)
        {
            return text;
        }

        var shape = text.ToCharArray();
        var numbers = Numbers().Matches(text);
        for (var first = 0; first < numbers.Count; first++)
        {
            var (digits, sizes) = (0, "");
            for (var last = first; last < numbers.Count && digits < NhsNumberDigits && (last == first || IsGap(text, numbers[last - 1], numbers[last])); last++)
            {
                digits += numbers[last].Length;
                sizes += numbers[last].Length is < 10 and var size ? (char)('0' + size) : 'X';
                var (start, end) = (numbers[first].Index, numbers[last].Index + numbers[last].Length);
                if (digits == NhsNumberDigits
                    && (sizes is "X" or "334" or "37" or "64" or "55" or "22222" or "1111111111" || text[start..end].All(character => char.IsDigit(character) || char.IsWhiteSpace(character)))
                    && NhsNumber.IsValid(Encoding.UTF8.GetBytes(Plain(text[start..end]))))
                {
                    Outline(text[start..end]).CopyTo(0, shape, start, end - start);
                }
            }
        }

        return new(shape);
    }

    /// <summary>True where two numbers may be parts of one.</summary>
    static bool IsGap(string text, Match before, Match after)
    {
        var (start, end) = (before.Index + before.Length, after.Index);
        return end - start <= WidestGap && !text[start..end].Any(char.IsLetter);
    }

    static string Outline(string text)
    {
        var shape = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            shape.Append(char.IsDigit(character) ? '9' : char.IsLetter(character) ? 'A' : IsUnseen(character) ? '?' : character);
        }

        return shape.ToString();
    }

    /// <summary>Control characters, and those that turn or break the line of whoever reads.</summary>
    static bool IsUnseen(char character) => char.IsControl(character)
        || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    static bool IsIdentifier(string text)
    {
        var plain = Plain(text, char.IsWhiteSpace);
        return (plain.Length == 10 && plain.All(char.IsAsciiDigit)) || Postcode.HasShape(Encoding.UTF8.GetBytes(plain));
    }

    static bool IsPostcode(string text) => Postcode.HasShape(Encoding.UTF8.GetBytes(Plain(text)));

    /// <summary>True for a date and nothing else, also where it is parted in other places than a date is.</summary>
    static bool IsDate(string text) => IsWholeDate(text) || IsWholeDate(Plain(text));

    static bool IsWholeDate(string text) => Dates().Match(text) is { Success: true } date && IsPlausible(date) && Plain(date.Value) == Plain(text);

    /// <summary>Without what people part identifiers with, and with digits of every width as plain ones.</summary>
    static string Plain(string text) => Plain(text, character => !char.IsLetterOrDigit(character));

    static string Plain(string text, Func<char, bool> parts) => string.Concat(text.Where(character => !parts(character))
        .Select(character => char.IsDigit(character) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(character)) : character));

    static string Cut(string text) => text.Length <= Longest ? text : text[..(Longest - 1)] + "…";

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?<![A-Za-z0-9])[A-Za-z]{1,2}[0-9][A-Za-z0-9]?[^\p{L}\d]*[0-9][A-Za-z]{2}(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Postcodes();

    [GeneratedRegex(NumberDate + "|" + WrittenDate, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Dates();
}
