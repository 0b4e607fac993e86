using System.Globalization;
using Homeward.Columns;

namespace Homeward.Synthetic.Tests.Naive;

/// <summary>Rows of spend, added up the long way round.</summary>
static class NaiveMoney
{
    public static decimal Spent(IEnumerable<NaiveMonth> months, Month from, Month to, Func<NaiveRow, bool> counts) => months
        .Where(month => from <= month.Period && month.Period <= to)
        .SelectMany(month => month["spend"])
        .Where(counts)
        .Sum(payment => decimal.Parse(payment["AmountActual"], CultureInfo.InvariantCulture));

    /// <summary>What the same calendar months of the baseline cost, less what these did, money reinvested left out of both.</summary>
    public static decimal Saving(IReadOnlyList<NaiveMonth> months, Month baselineFrom, Month from, Month to, Func<NaiveRow, bool> counts)
    {
        bool Counts(NaiveRow payment) => payment["Category"] != "REINVEST" && counts(payment);
        decimal saving = 0;
        for (var month = from; month <= to; month += 1)
        {
            var before = baselineFrom + (month - baselineFrom) % 12;
            saving += Spent(months, before, before, Counts) - Spent(months, month, month, Counts);
        }

        return saving;
    }
}
