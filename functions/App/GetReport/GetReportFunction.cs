using Homeward.App.Callers;
using Homeward.App.Deployments;
using Homeward.App.GetSubmission;
using Homeward.App.Validate;
using Homeward.Lake;
using Homeward.Lake.Ledger;

namespace Homeward.App.GetReport;

/// <summary><c>GET /api/submissions/{id}/report?file=report.html</c>: the answer to the provider.</summary>
static class GetReportFunction
{
    public static void Map(IEndpointRouteBuilder app, Deployment deployment, CallerIdentity identity) =>
        app.MapCallers("GET", "submissions/{id}/report", deployment, identity, async request =>
        {
            var row = await SubmissionLookup.Find(request, deployment);
            var name = FeedbackFile.Known(request.Query("file") ?? FeedbackFile.Report, FeedbackFile.OfSubmission);
            return name == FeedbackFile.Region
                ? await OfTheRegion(row, deployment, request.Cancel)
                : await Answer(
                    LakePaths.Feedback(row.Provider, row.Period, row.Upload).File(name), deployment,
                    $"The submission is {row.State.ToString().ToLowerInvariant()}: its report is not written yet.", request.Cancel);
        });

    /// <summary>The computation reads current submissions only: its lines are those of no other.</summary>
    static async Task<IResult> OfTheRegion(SubmissionRow row, Deployment deployment, CancellationToken cancel)
    {
        var current = await CurrentSubmissions.Of(deployment.Ledger, row.Provider, row.Period, cancel);
        return current?.Id == row.Id
            ? await Answer(
                LakePaths.RegionFeedback(row.Provider, row.Period), deployment, $"The figures of {row.Period} are not computed yet: ask again later.", cancel)
            : CallerEndpoints.Problem(
                404,
                $"{FeedbackFile.Region} tells of the current submission of the month, {(current is null ? "and there is none" : $"{current.Id}: ask for that one")}.");
    }

    static async Task<IResult> Answer(LakePath path, Deployment deployment, string absent, CancellationToken cancel) =>
        await deployment.Store.Get(path, cancel) is { } file
            ? Results.Bytes(file.Bytes, FeedbackFile.OfSubmission[path.FileName])
            : CallerEndpoints.Problem(404, absent);
}
