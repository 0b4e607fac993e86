using Homeward.App.Callers;
using Homeward.App.Deployments;
using Homeward.App.ListSubmissions;
using Homeward.Lake.Ledger;

namespace Homeward.App.GetSubmission;

/// <summary><c>GET /api/submissions/{id}</c>: how far it has come.</summary>
static class GetSubmissionFunction
{
    public static void Map(IEndpointRouteBuilder app, Deployment deployment, CallerIdentity identity) =>
        app.MapCallers("GET", "submissions/{id}", deployment, identity, async request =>
        {
            var row = await SubmissionLookup.Find(request, deployment);
            var current = await CurrentSubmissions.Of(deployment.Ledger, row.Provider, row.Period, request.Cancel);
            return Results.Json(SubmissionDocument.Of(row, current?.Id == row.Id));
        });
}
