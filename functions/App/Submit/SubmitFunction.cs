using Homeward.App.Callers;
using Homeward.App.Deployments;
using Homeward.App.IngestSubmission;
using Homeward.Lake;
using Homeward.Pipeline.Arrivals;
using Homeward.Submissions;

namespace Homeward.App.Submit;

/// <summary><c>POST /api/submissions/{period}</c>: one zip, lands as an upload.</summary>
/// <remarks>
/// Without <c>upload=</c> it is named after its content. The same again is the same upload while that one counts or is being judged;
/// after other content, or where it was rejected, it is a new one.
/// </remarks>
static class SubmitFunction
{
    public static void Map(IEndpointRouteBuilder app, Deployment deployment, CallerIdentity identity) =>
        app.MapCallers("POST", "submissions/{period}", deployment, identity, async request =>
        {
            var provider = request.KnownProvider();
            var files = await UploadedZip.Read(request.Http.Request, request.Cancel);
            var period = IngestSubmissionFunction.Identity(provider, (string?)request.Http.Request.RouteValues["period"], request.Query("upload") ?? "by-content")?.Period
                ?? throw new RefusedException(400, "The provider, the month or the upload's name is not usable: expected an ODS code, yyyy-MM, and 1 to 64 letters, digits, '.', '_' or '-', starting with a letter or digit and not ending with a dot.");
            Check(files);
            var (upload, judged) = request.Query("upload") is { } named
                ? (named, false)
                : (await UploadNames.Of(deployment.Store, deployment.Ledger, provider, period, request.Cancel)).For("http-" + PackageHash.Short(await PackageHash.Of(files, request.Cancel)));
            var submission = new SubmissionIdentity(provider, period, upload);
            await CheckNotJudgedWithout(deployment, submission, request.Cancel);
            var landed = !judged && await Landing.Put(deployment.Store, submission, files, request.Cancel);
            return Results.Json(
                new { id = submission.Id, landed, status = $"/api/submissions/{submission.Id}", report = $"/api/submissions/{submission.Id}/report" }, statusCode: 202);
        }).WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(UploadedZip.MaxBytes));

    /// <summary>The zip is the whole upload: nothing else will come that could be waited for.</summary>
    static void Check(IReadOnlyList<SubmissionFile> files)
    {
        if (AnnouncedTables.Missing(files) is { Count: > 0 } missing)
        {
            throw new RefusedException(400, $"The manifest names {string.Join(", ", missing)}, and the zip has no {string.Join(", no ", missing.Select(table => table + ".csv"))}: "
                + "add them, or take their names out of the manifest's Tables, and send it again. Nothing was stored.");
        }
    }

    /// <summary>An upload whose files were lost from landing was judged without them, and a folder is judged once.</summary>
    static async Task CheckNotJudgedWithout(Deployment deployment, SubmissionIdentity submission, CancellationToken cancel)
    {
        var found = await deployment.Ledger.Submission(submission.Provider, submission.Period, submission.Upload, cancel);
        if (found?.Row is { Settled: true, Files: { } judged } && !judged.ContainsKey(LakePaths.Manifest))
        {
            throw new RefusedException(409, $"{submission} has been judged without these files, for they were not in storage then: send them again under a new upload name, ?upload=NAME.");
        }
    }
}
