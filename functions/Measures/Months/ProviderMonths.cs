using Homeward.Columns;

namespace Homeward.Measures.Months;

/// <summary>What became of a provider's month (K25).</summary>
public enum MonthState
{
    /// <summary>Accepted in time.</summary>
    Accepted,

    /// <summary>First accepted after the cut-off.</summary>
    Late,

    /// <summary>Only rejected submissions.</summary>
    Rejected,

    /// <summary>Nothing.</summary>
    Missing,
}

/// <summary>What became of every provider's months.</summary>
sealed class ProviderMonths
{
    readonly Dictionary<(string Provider, Month Month), ProviderMonth> accepted;
    readonly ILookup<(string Provider, Month Month), JudgedSubmission> judged;
    readonly int cutOffDay;

    public ProviderMonths(RunInput input)
    {
        var reach = input.Months.Where(m => RegionRun.Reads(input.Period, m.Period, input.Reference)).ToArray();
        accepted = reach.ToDictionary(m => (m.Provider, m.Period));
        judged = input.Judged.ToLookup(j => (j.Provider, j.Period));
        cutOffDay = input.Reference.Settings.CutOffDay;
        Last = reach.Length == 0 ? input.Period : reach.Max(m => m.Period);
    }

    /// <summary>The newest month within the run's reach that anybody has an accepted submission of: later ones cannot be expected yet.</summary>
    public Month Last { get; }

    public IEnumerable<string> Providers(Month month) =>
        accepted.Keys.Concat(judged.Select(j => j.Key)).Where(key => key.Month == month).Select(key => key.Provider).Distinct();

    public ProviderMonth? Accepted(string provider, Month month) => accepted.GetValueOrDefault((provider, month));

    public IEnumerable<JudgedSubmission> Judged(string provider, Month month) => judged[(provider, month)];

    public MonthState State(string provider, Month month) =>
        Accepted(provider, month) is null && !judged.Contains((provider, month)) ? MonthState.Missing
        : MonthStates.Of(judged[(provider, month)], Accepted(provider, month) is not null, month, cutOffDay);
}

/// <summary>What became of a month that a provider sent something for.</summary>
public static class MonthStates
{
    /// <param name="judged">The provider's submissions of the month.</param>
    /// <param name="accepted">One of them is the month's current one.</param>
    public static MonthState Of(IEnumerable<JudgedSubmission> judged, bool accepted, Month month, int cutOffDay)
    {
        if (!accepted)
        {
            return MonthState.Rejected;
        }

        var first = judged.Where(j => j.State == SubmissionState.Accepted).Select(j => j.Received).DefaultIfEmpty(DateTimeOffset.MinValue).Min();
        return first > CutOff.Of(month, cutOffDay) ? MonthState.Late : MonthState.Accepted;
    }
}
