using System.Globalization;
using System.Text.RegularExpressions;
using Homeward.Columns;

namespace Homeward.Measures.National.Published;

/// <summary>Days and months as published files have written them (domain.md §1.3).</summary>
static partial class PublishedDates
{
    static readonly string[] Days = ["yyyy-MM-dd", "dd/MM/yyyy", "dd-MM-yyyy", "dd/MM/yy", "d/M/yyyy"];
    static readonly string[] Months = ["yyyy/MM", "yyyy-MM"];

    public const string Expected = "a day as 2025-06-30, 30/06/2025, 30-06-2025, 30/06/25 or 30/6/2025";

    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The period of a row of the old collection, such as 2017/02.</summary>
    public static Month? Period(string? text) =>
        DateOnly.TryParseExact(text, Months, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Month.Of(day) : null;

    /// <summary>The month in a file name such as oaps-open-data-oct-2016.csv, for files whose rows do not say it.</summary>
    public static Month? OfFile(string name) =>
        MonthAndYear().Match(name) is { Success: true } match
        && DateOnly.TryParseExact($"{match.Groups[1].Value} {match.Groups[2].Value}", "MMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Month.Of(day)
            : null;

    [GeneratedRegex("(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-_ ]*(20[0-9]{2})(?![0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MonthAndYear();
}
