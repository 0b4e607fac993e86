using Homeward.Columns;
using Homeward.Measures.Time;

namespace Homeward.Measures.Tests.Time;

public class MonthlyActivityTests
{
    static readonly Month June = new(2025, 6);

    [Theory]
    [InlineData("2025-05-10", null, 30, 1, 0)]
    [InlineData("2025-05-10", "2025-06-01", 0, 0, 0)]
    [InlineData("2025-05-10", "2025-06-02", 1, 0, 0)]
    [InlineData("2025-06-30", null, 1, 1, 1)]
    [InlineData("2025-06-05", "2025-06-05", 0, 0, 1)]
    [InlineData("2025-06-05", "2025-06-30", 25, 0, 1)]
    [InlineData("2025-06-05", "2025-07-03", 26, 1, 1)]
    [InlineData("2025-07-01", null, 0, 0, 0)]
    [InlineData("2025-06-09", "2025-06-02", 0, 0, 1)]
    public void Of_TruthTable_CountsAsSpecified(string start, string? end, int nights, int active, int started)
    {
        var month = Assert.Single(MonthlyActivity.Of(Dates("start", start), Dates("end", end), June, June));

        Assert.Equal(new(June, nights, active, started), month);
    }

    [Fact]
    public void Of_ManyMonthsAndRows_EqualsEachRecordCountedByItself()
    {
        var chance = new Random(7);
        const int Rows = 600_000;
        var (first, last) = (new Month(2023, 11), new Month(2024, 3));
        var (starts, ends, open) = (new int[Rows], new int[Rows], new Bits(Rows));
        for (var row = 0; row < Rows; row++)
        {
            starts[row] = first.Start - 40 + chance.Next(250);
            ends[row] = starts[row] - 2 + chance.Next(90);
            open[row] = chance.Next(5) == 0;
        }

        var months = MonthlyActivity.Of(new DateColumn("start", starts), new DateColumn("end", ends, open), first, last);

        Assert.Equal(last - first + 1, months.Count);
        Assert.All(months, month => Assert.Equal(Naive(month.Month), month));

        MonthActivity Naive(Month month)
        {
            var (nights, active, started) = (0L, 0, 0);
            for (var row = 0; row < Rows; row++)
            {
                var end = open[row] ? int.MaxValue : ends[row];
                nights += Math.Max(0, Math.Min(end, month.End + 1) - Math.Max(starts[row], month.Start));
                active += starts[row] <= month.End && end > month.End ? 1 : 0;
                started += starts[row] >= month.Start && starts[row] <= month.End ? 1 : 0;
            }

            return new(month, nights, active, started);
        }
    }

    [Fact]
    public void Of_NoRows_CountsNothing() =>
        Assert.Equal([new(June, 0, 0, 0), new(June + 1, 0, 0, 0)], MonthlyActivity.Of(Dates("start"), Dates("end"), June, June + 1));

    [Fact]
    public void Of_ColumnsOfDifferentLength_Throws()
    {
        var error = Assert.Throws<ArgumentException>(() => MonthlyActivity.Of(Dates("start", "2025-06-01"), Dates("end"), June, June));

        Assert.StartsWith("1 starts (0 missing) and 0 ends from 2025-06 to 2025-06", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_StartMissing_Throws() =>
        Assert.Throws<ArgumentException>(() => MonthlyActivity.Of(Dates("start", [null]), Dates("end", "2025-06-01"), June, June));

    static DateColumn Dates(string name, params string?[] dates)
    {
        var missing = new Bits(dates.Length);
        for (var row = 0; row < dates.Length; row++)
        {
            missing[row] = dates[row] is null;
        }

        return new(name, [.. dates.Select(date => date is null ? 0 : DateColumn.Days(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)))], missing);
    }
}
