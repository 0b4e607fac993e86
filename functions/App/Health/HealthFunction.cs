using Homeward.App.Callers;
using Homeward.App.Deployments;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Compute;

namespace Homeward.App.Health;

/// <summary><c>GET /api/health</c>: 200 where the storage answers and nothing is put aside, else 503. Anybody sees which; a known caller sees what.</summary>
static class HealthFunction
{
    public static void Map(IEndpointRouteBuilder app, Deployment deployment, CallerIdentity identity) =>
        app.MapGet("/api/health", async (HttpContext http) =>
        {
            var report = await Look(deployment, http.RequestAborted);
            http.Response.Headers.CacheControl = "no-store";
            var known = report is not null && identity.Of(http.Request, await deployment.Reference.Get(http.RequestAborted)).Caller is not null;
            return Results.Json(
                known ? report : new { status = report?.Status ?? "unreachable" },
                statusCode: report?.Status == HealthReport.Healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        });

    /// <summary>Null where the storage or the reference data cannot be read.</summary>
    static async Task<HealthReport?> Look(Deployment deployment, CancellationToken cancel)
    {
        try
        {
            var reference = await deployment.Reference.Get(cancel);
            var stored = await deployment.Ledger.Submissions(cancel).ToListAsync(cancel);
            var rows = stored.ConvertAll(found => found.Row);
            var runs = await deployment.Ledger.Runs(cancel).Select(found => found.Row).ToListAsync(cancel);
            var waiting = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var name in Queues.All)
            {
                waiting[name] = (await deployment.Queues[name].GetPropertiesAsync(cancel)).Value.ApproximateMessagesCount;
            }

            return HealthReport.Of(rows, Periods.Behind(rows, runs, reference), Periods.Parked(rows, runs, reference), waiting);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return null;
        }
    }
}

/// <summary>What operators look at first. No personal value in it.</summary>
/// <param name="Parked">Submissions that failed five times: <c>homeward requeue</c> puts them back.</param>
/// <param name="PeriodsBehind">Periods whose figures do not show every accepted submission yet.</param>
/// <param name="ParkedPeriods">Periods that could not be computed five times: <c>homeward requeue</c> has them tried again.</param>
/// <param name="Queues">Messages by queue.</param>
sealed record HealthReport(
    string Status,
    IReadOnlyDictionary<string, int> Submissions,
    IReadOnlyList<ParkedSubmission> Parked,
    IReadOnlyList<string> PeriodsBehind,
    IReadOnlyList<ParkedPeriod> ParkedPeriods,
    IReadOnlyDictionary<string, int> Queues)
{
    public const string Healthy = "healthy";

    public static HealthReport Of(IReadOnlyList<SubmissionRow> rows, IEnumerable<Columns.Month> behind, IReadOnlyList<RunRow> failing, IReadOnlyDictionary<string, int> queues)
    {
        var parked = rows.Where(row => row.State == LedgerState.Parked).Select(row => new ParkedSubmission(row.Id, row.Problem)).ToList();
        var aside = queues.Any(queue => queue.Value > 0 && queue.Key.EndsWith("poison", StringComparison.Ordinal));
        return new(
            parked.Count > 0 || failing.Count > 0 || aside ? "attention" : Healthy,
            rows.GroupBy(row => row.State).OrderBy(state => state.Key).ToDictionary(state => state.Key.ToString().ToLowerInvariant(), state => state.Count()),
            parked,
            [.. behind.Select(period => period.ToString())],
            [.. failing.Select(run => new ParkedPeriod(run.Period.ToString(), run.Problem))],
            queues);
    }
}

sealed record ParkedSubmission(string Id, string? Problem);

sealed record ParkedPeriod(string Period, string? Problem);
