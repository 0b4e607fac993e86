using Homeward.App.Callers;
using Homeward.App.Deployments;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Compute;
using Homeward.Reference;

namespace Homeward.App.Health;

/// <summary><c>GET /api/health</c>: 200 where the storage answers, the reference data can be used and nothing is put aside, else 503. Anybody sees which; a known caller sees what.</summary>
static class HealthFunction
{
    public static void Map(IEndpointRouteBuilder app, Deployment deployment, CallerIdentity identity) =>
        app.MapGet("/api/health", async (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            var proved = identity.Of(http.Request);
            try
            {
                var reference = await deployment.Reference.Get(http.RequestAborted);
                var report = await Look(deployment, reference, http.RequestAborted);
                return Results.Json(
                    proved?.Caller(reference) is not null ? report : new { status = report.Status },
                    statusCode: report.Status == HealthReport.Healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
            }
            catch (UnusableReferenceException e)
            {
                return Bad(proved?.IsAdministrator == true ? new { status = HealthReport.Attention, referenceProblem = e.Message } : new { status = HealthReport.Attention });
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                return Bad(new { status = "unreachable" });
            }
        });

    static IResult Bad(object answer) => Results.Json(answer, statusCode: StatusCodes.Status503ServiceUnavailable);

    static async Task<HealthReport> Look(Deployment deployment, ReferenceData reference, CancellationToken cancel)
    {
        var stored = await deployment.Ledger.Submissions(cancel).ToListAsync(cancel);
        var rows = stored.ConvertAll(found => found.Row);
        var runs = await deployment.Ledger.Runs(cancel).Select(found => found.Row).ToListAsync(cancel);
        var waiting = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in Queues.All)
        {
            waiting[name] = (await deployment.Queues[name].GetPropertiesAsync(cancel)).Value.ApproximateMessagesCount;
        }

        return HealthReport.Of(rows, Periods.Behind(rows, runs, reference), Periods.Parked(rows, runs, reference), waiting, deployment.Reference.Problem);
    }
}

/// <summary>What operators look at first. No personal value in it.</summary>
/// <param name="Parked">Submissions that failed five times: <c>homeward requeue</c> puts them back.</param>
/// <param name="PeriodsBehind">Periods whose figures do not show every accepted submission yet.</param>
/// <param name="ParkedPeriods">Periods that could not be computed five times: <c>homeward requeue</c> has them tried again.</param>
/// <param name="Queues">Messages by queue.</param>
/// <param name="ReferenceProblem">Files and lines of the lake's reference data that keep it from being used; what was loaded before counts until then.</param>
sealed record HealthReport(
    string Status,
    IReadOnlyDictionary<string, int> Submissions,
    IReadOnlyList<ParkedSubmission> Parked,
    IReadOnlyList<string> PeriodsBehind,
    IReadOnlyList<ParkedPeriod> ParkedPeriods,
    IReadOnlyDictionary<string, int> Queues,
    string? ReferenceProblem)
{
    public const string Healthy = "healthy";

    public const string Attention = "attention";

    public static HealthReport Of(
        IReadOnlyList<SubmissionRow> rows, IEnumerable<Columns.Month> behind, IReadOnlyList<RunRow> failing, IReadOnlyDictionary<string, int> queues, string? referenceProblem)
    {
        var parked = rows.Where(row => row.State == LedgerState.Parked).Select(row => new ParkedSubmission(row.Id, row.Problem)).ToList();
        var aside = queues.Any(queue => queue.Value > 0 && queue.Key.EndsWith("poison", StringComparison.Ordinal));
        return new(
            parked.Count > 0 || failing.Count > 0 || aside || referenceProblem is not null ? Attention : Healthy,
            rows.GroupBy(row => row.State).OrderBy(state => state.Key).ToDictionary(state => state.Key.ToString().ToLowerInvariant(), state => state.Count()),
            parked,
            [.. behind.Select(period => period.ToString())],
            [.. failing.Select(run => new ParkedPeriod(run.Period.ToString(), run.Problem))],
            queues,
            referenceProblem);
    }
}

sealed record ParkedSubmission(string Id, string? Problem);

sealed record ParkedPeriod(string Period, string? Problem);
