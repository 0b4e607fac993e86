using Homeward.Columns;
using Homeward.Measures.Records;

namespace Homeward.Measures.Worklist;

/// <summary>What it costs to keep a person away, in pounds; null where nobody says.</summary>
/// <param name="PerDay">The sender's daily rate; else what was spent, by the nights of the months in which it was.</param>
/// <param name="ToDate">What was spent, and the rate for the nights of months without spend.</param>
readonly record struct AwayCost(double? PerDay, double? ToDate)
{
    /// <param name="spend">Rows that name the person's placement.</param>
    /// <param name="rate">Pence a day as the sender has it; -1 not given.</param>
    /// <param name="start">First night.</param>
    public static AwayCost Of(IEnumerable<SpendRow> spend, long rate, int start, Month period)
    {
        var (pence, told) = (0L, false);
        HashSet<Month> months = [];
        foreach (var row in spend.Where(row => row.Month <= period))
        {
            (pence, told) = (pence + row.Pence, true);
            months.Add(row.Month);
        }

        var nights = period.End + 1 - start;
        var paid = months.Sum(month => Math.Max(0, month.End + 1 - Math.Max(start, month.Start)));
        double? perDay = rate >= 0 ? rate / 100.0 : told && paid > 0 ? pence / 100.0 / paid : null;
        return new(perDay, told || perDay is not null ? pence / 100.0 + (perDay ?? 0) * (nights - paid) : null);
    }
}
