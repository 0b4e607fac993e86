using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Homeward.Columns;

/// <summary>A calendar month: the period that a submission describes and that a figure belongs to. Written <c>yyyy-MM</c>.</summary>
public readonly record struct Month : IComparable<Month>
{
    readonly int index;

    Month(int index) => this.index = index;

    public Month(int year, int month)
        : this(FirstDayIndex(new DateOnly(year, month, 1)))
    {
    }

    public int Year => index / 12;

    /// <summary>1 to 12.</summary>
    public int Number => index % 12 + 1;

    public DateOnly FirstDay => new(Year, Number, 1);

    public DateOnly LastDay => (this + 1).FirstDay.AddDays(-1);

    public int Days => DateTime.DaysInMonth(Year, Number);

    /// <summary>First day, as days since 1970-01-01.</summary>
    public int Start => DateColumn.Days(FirstDay);

    /// <summary>Last day, as days since 1970-01-01.</summary>
    public int End => DateColumn.Days(LastDay);

    /// <summary>The April that starts this month's financial year.</summary>
    public Month FinancialYearStart => new(Number >= 4 ? Year : Year - 1, 4);

    public static Month Of(DateOnly date) => new(FirstDayIndex(date));

    /// <summary>The month of a day given as days since 1970-01-01.</summary>
    public static Month OfDay(int days) => Of(DateColumn.Date(days));

    public static Month operator +(Month month, int months) => new(month.index + months);

    public static Month operator -(Month month, int months) => new(month.index - months);

    /// <summary>Months from <paramref name="right"/> to <paramref name="left"/>.</summary>
    public static int operator -(Month left, Month right) => left.index - right.index;

    public static bool operator <(Month left, Month right) => left.index < right.index;

    public static bool operator >(Month left, Month right) => left.index > right.index;

    public static bool operator <=(Month left, Month right) => left.index <= right.index;

    public static bool operator >=(Month left, Month right) => left.index >= right.index;

    /// <summary>Reads exactly <c>yyyy-MM</c>, of years 1900 to 2999: the months before and after it can be reckoned too.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Month month)
    {
        var ok = DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 1900 and < 3000;
        month = ok ? Of(date) : default;
        return ok;
    }

    /// <exception cref="FormatException">Not <c>yyyy-MM</c>.</exception>
    public static Month Parse(string text) =>
        TryParse(text, out var month) ? month : throw new FormatException($"'{text}' is not a month: expected yyyy-MM, such as 2025-08.");

    public int CompareTo(Month other) => index.CompareTo(other.index);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}");

    static int FirstDayIndex(DateOnly date) => date.Year * 12 + date.Month - 1;
}
