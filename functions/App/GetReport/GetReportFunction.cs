using Homeward.App.Callers;
using Homeward.App.Deployments;
using Homeward.App.GetSubmission;
using Homeward.App.Validate;
using Homeward.Lake;

namespace Homeward.App.GetReport;

/// <summary><c>GET /api/submissions/{id}/report?file=report.html</c>: the answer to the provider.</summary>
static class GetReportFunction
{
    public static void Map(IEndpointRouteBuilder app, Deployment deployment, CallerIdentity identity) =>
        app.MapCallers("GET", "submissions/{id}/report", deployment, identity, async request =>
        {
            var row = await SubmissionLookup.Find(request, deployment);
            var name = FeedbackFile.Known(request.Query("file") ?? FeedbackFile.Report);
            var file = await deployment.Store.Get(LakePaths.Feedback(row.Provider, row.Period, row.Upload).File(name), request.Cancel);
            return file is null
                ? CallerEndpoints.Problem(404, $"The submission is {row.State.ToString().ToLowerInvariant()}: its report is not written yet.")
                : Results.Bytes(file.Bytes, FeedbackFile.Types[name]);
        });
}
