using Homeward.Measures.Months;

namespace Homeward.Measures.Outputs;

/// <summary><c>marts/coverage</c>: what became of every provider's submission of the month.</summary>
static class CoverageFile
{
    sealed record Row(string Provider, string? Collaborative, bool Expected, MonthState State, ProviderMonth? Accepted, JudgedSubmission[] Judged);

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
            .Number("submissions", row => row.Judged.Length)
            .Number("rejected_submissions", row => row.Judged.Count(j => j.State == SubmissionState.Rejected))
            .Text("submission_id", row => row.Accepted?.SubmissionId)
            .Instant("received", row => Received(row))
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
                months.Accepted(m.Item1, input.Period),
                [.. months.Judged(m.Item1, input.Period)]));
    }

    static DateTimeOffset? Received(Row row) => row.Judged
        .Where(j => j.SubmissionId == row.Accepted?.SubmissionId)
        .Select(j => (DateTimeOffset?)j.Received)
        .FirstOrDefault();
}
