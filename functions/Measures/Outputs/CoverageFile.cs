using Homeward.Columns;
using Homeward.Measures.Months;

namespace Homeward.Measures.Outputs;

/// <summary><c>marts/coverage</c>: what became of every provider's submission of the month.</summary>
/// <remarks>It tells the state and the submission that counts, not how many were sent: one more rejected upload changes nothing (submission.md §1).</remarks>
static class CoverageFile
{
    sealed record Row(string Provider, string? Collaborative, bool Expected, MonthState State, string? SubmissionId, DateTimeOffset? Received);

    public static MartFile Of(RunInput input, ProviderMonths months)
    {
        var rows = Rows(input, months)
            .OrderBy(row => row.Collaborative, StringComparer.Ordinal)
            .ThenBy(row => row.Provider, StringComparer.Ordinal)
            .ToArray();
        var table = new RowColumns<Row>(rows)
            .Day("reporting_period_start", _ => input.Period.Start)
            .Day("reporting_period_end", _ => input.Period.End)
            .Text("collaborative", row => row.Collaborative ?? "NONE")
            .Text("provider", row => row.Provider)
            .Text("provider_name", row => input.Reference.Organisation(row.Provider, input.Period.LastDay)?.Name ?? row.Provider)
            .Flag("expected", row => row.Expected)
            .Text("state", row => row.State.ToString().ToLowerInvariant())
            .Text("submission_id", row => row.SubmissionId)
            .Instant("received", row => row.Received)
            .Constant("run_id", input.RunId)
            .Table("coverage");
        return new($"marts/coverage/period={input.Period}/data.parquet", table);
    }

    /// <summary>One row per member and collaborative, and one per provider that sent something and is no member.</summary>
    static IEnumerable<Row> Rows(RunInput input, ProviderMonths months)
    {
        var members = input.Reference.Collaboratives
            .SelectMany(c => c.Members, (collaborative, member) => (collaborative, member))
            .Where(m => m.member.Effective.On(input.Period.LastDay))
            .Select(m => (m.member.Organisation, Collaborative: (string?)m.collaborative.Code, m.member.Expected))
            .ToArray();
        var sent = months.Providers(input.Period).ToHashSet(StringComparer.Ordinal);
        return members.Where(m => m.Expected || sent.Contains(m.Organisation))
            .Concat(sent.Except(members.Select(m => m.Organisation)).Select(provider => (provider, (string?)null, false)))
            .Select(m => new Row(
                m.Item1,
                m.Item2,
                m.Item3,
                months.State(m.Item1, input.Period),
                months.Accepted(m.Item1, input.Period)?.SubmissionId,
                Received(months, m.Item1, input.Period)));
    }

    static DateTimeOffset? Received(ProviderMonths months, string provider, Month period) => months.Judged(provider, period)
        .Where(j => j.SubmissionId == months.Accepted(provider, period)?.SubmissionId)
        .Select(j => (DateTimeOffset?)j.Received)
        .FirstOrDefault();
}
