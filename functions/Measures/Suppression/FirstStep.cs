using Homeward.Measures.Catalogue;
using Homeward.Measures.Outputs;

namespace Homeward.Measures.Suppression;

/// <summary>The national rule for a figure by itself (kpis.md §4): small numbers are not told, others are rounded.</summary>
static class FirstStep
{
    const int Least = 5;

    /// <returns>The figure as published; null where it is suppressed.</returns>
    public static double? Publish(in KpiRow row, bool exact)
    {
        if (exact || row.Measure.Open)
        {
            return row.Value;
        }

        return row.Split.Unit switch
        {
            Unit.Count => ToFive(row.Value),
            _ when row.Split.Figure == Figure.Sum => row.People is > 0 and < Least ? null : ToFive(row.Value),
            Unit.Percent or Unit.Rate => row.Numerator < Least || row.Denominator < Least ? null : Whole(row.Value),
            _ => row.People < Least ? null : Whole(row.Value),
        };
    }

    /// <summary>What a published number may stand for: a count of 5 is never less than 5.</summary>
    public static (double Lo, double Hi) Interval(double published, bool money) => money
        ? (published - Least / 2.0, published + Least / 2.0)
        : (Math.Max(Least, published - 2), published + 2);

    /// <summary>To the nearest five; money that was saved or owed is as large as money that was spent.</summary>
    static double? ToFive(double value) => Math.Abs(value) < Least ? null : Whole(value / Least) * Least;

    static double Whole(double value) => Math.Round(value, MidpointRounding.AwayFromZero);
}
