using System.Globalization;

namespace Homeward.Reference;

/// <summary>When a reference row is in force: from the first day to the last, both inclusive; a blank end is open, a blank start is always.</summary>
public readonly record struct Effective(DateOnly From, DateOnly To)
{
    public static Effective Always { get; } = new(DateOnly.MinValue, DateOnly.MaxValue);

    public bool On(DateOnly date) => From <= date && date <= To;

    /// <summary>True where the row is in force on some day of both.</summary>
    public bool Overlaps(Effective other) => From <= other.To && other.From <= To;

    public override string ToString() => (From == DateOnly.MinValue, To == DateOnly.MaxValue) switch
    {
        (true, true) => "always",
        (true, false) => string.Create(CultureInfo.InvariantCulture, $"until {To:yyyy-MM-dd}"),
        (false, true) => string.Create(CultureInfo.InvariantCulture, $"from {From:yyyy-MM-dd}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"from {From:yyyy-MM-dd} to {To:yyyy-MM-dd}"),
    };
}
