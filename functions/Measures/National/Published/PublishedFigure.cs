using System.Globalization;

namespace Homeward.Measures.National.Published;

/// <summary>One published figure in the shape of <c>marts/kpi</c>, with where it came from.</summary>
/// <param name="Twin">Our measure that counts the same; null where none does.</param>
/// <param name="Value">Null where suppressed or blank.</param>
sealed record PublishedFigure(
    DateOnly Start,
    DateOnly End,
    string? Status,
    PublishedLevels Levels,
    string? SourceMeasure,
    string SourceName,
    Twin? Twin,
    double? Value,
    bool Suppressed,
    int Line)
{
    /// <summary>M, R3 or R12 by the months from start to end; null for another length.</summary>
    public string? Window => (Start.Day, End.AddDays(1).Day, 12 * (End.Year - Start.Year) + End.Month - Start.Month + 1) switch
    {
        (1, 1, 1) => "M",
        (1, 1, 3) => "R3",
        (1, 1, 12) => "R12",
        _ => null,
    };

    /// <summary>The figure apart from its value: two rows of a file that agree in this say the same thing.</summary>
    public (DateOnly, DateOnly, string?, string, string, string, string?, string) Identity =>
        (Start, End, Status, Levels.Breakdown, Levels.Primary, Levels.Secondary, SourceMeasure, SourceName);

    /// <summary>The value of a cell: null for a blank one and for <c>*</c>.</summary>
    /// <exception cref="FormatException">Neither a number nor <c>*</c>.</exception>
    public static double? Parse(string? cell, Twin? twin)
    {
        if (cell is null or "*")
        {
            return null;
        }

        // A decimal, so that a share of 0.57 becomes 57 and not 56.99999999999999.
        return decimal.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? (double)(number * (twin?.Scale ?? 1))
            : throw new FormatException();
    }
}

/// <param name="Breakdown">As in <c>marts/kpi</c> where it has one; England for the nation's total.</param>
sealed record PublishedLevels(string Breakdown, string Primary, string PrimaryDescription, string Secondary, string SecondaryDescription)
{
    /// <summary>What an unused level is called.</summary>
    public const string None = "NONE";

    public static PublishedLevels England { get; } = new("England", "England", "England", None, None);
}
