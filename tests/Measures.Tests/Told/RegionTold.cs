using System.Globalization;
using Homeward.Columns;
using Homeward.Reference;

namespace Homeward.Measures.Tests.Told;

/// <summary>Submissions told in a few words: a spell brings its patient, its referral and one ward stay with it.</summary>
sealed class RegionTold(ReferenceData? reference = null)
{
    readonly List<MonthTold> months = [];

    public ReferenceData Reference { get; } = reference ?? Deployment.Reference;

    public IReadOnlyList<MonthTold> Months => months;

    public List<JudgedSubmission> Judged { get; } = [];

    public Teller In(string provider, string period)
    {
        var month = months.Find(m => m.Provider == provider && m.Period == Month.Parse(period));
        if (month is null)
        {
            months.Add(month = new(provider, Month.Parse(period)));
        }

        return new(month);
    }

    /// <summary>Takes months that were told elsewhere.</summary>
    public void Take(IEnumerable<MonthTold> told) => months.AddRange(told);

    public Figures Compute(string period) => new(RegionRun.Compute(Input(period)));

    public RunInput Input(string period) =>
        new(Month.Parse(period), "run", [.. months.Select(month => month.Curated())], Judged, Reference);

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? DayOrOpen(string? day) => day is null ? null : Day(day);
}
