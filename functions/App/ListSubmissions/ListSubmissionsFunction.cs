using Homeward.App.Callers;
using Homeward.App.Deployments;
using Homeward.Columns;
using Homeward.Reference;

namespace Homeward.App.ListSubmissions;

/// <summary><c>GET /api/submissions?provider=&amp;period=</c>: a provider's own; an administrator sees all.</summary>
static class ListSubmissionsFunction
{
    public static void Map(IEndpointRouteBuilder app, Deployment deployment, CallerIdentity identity) =>
        app.MapCallers("GET", "submissions", deployment, identity, async request =>
        {
            var provider = request.Caller.Role == CallerRole.Admin && request.Query("provider") is null ? null : request.Provider();
            var period = Period(request.Query("period"));
            var rows = await deployment.Ledger.Submissions(request.Cancel).Select(stored => stored.Row)
                .Where(row => (provider is null || row.Provider == provider) && (period is null || row.Period == period))
                .ToListAsync(request.Cancel);
            return Results.Json(new { submissions = SubmissionDocument.Of(rows) });
        });

    static Month? Period(string? text) =>
        text is null ? null : Month.TryParse(text, out var period) ? period : throw new RefusedException(400, "The period is not a month: expected yyyy-MM.");
}
