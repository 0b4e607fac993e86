using System.Security.Cryptography;
using Homeward.App.Callers;
using Homeward.App.Deployments;
using Homeward.App.IngestSubmission;

namespace Homeward.App.Submit;

/// <summary><c>POST /api/submissions/{period}</c>: one zip, lands as an upload. The same zip again is the same upload.</summary>
static class SubmitFunction
{
    public static void Map(IEndpointRouteBuilder app, Deployment deployment, CallerIdentity identity) =>
        app.MapCallers("POST", "submissions/{period}", deployment, identity, async request =>
        {
            var provider = request.Provider();
            var (bytes, files) = await UploadedZip.Read(request.Http.Request, request.Cancel);
            var upload = request.Query("upload") ?? "http-" + Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];
            var submission = IngestSubmissionFunction.Identity(provider, (string?)request.Http.Request.RouteValues["period"], upload)
                ?? throw new RefusedException(400, "The provider, the month or the upload's name is not usable: expected an ODS code, yyyy-MM, and 1 to 64 letters, digits, '.', '_' or '-'.");
            await Landing.Put(deployment.Store, submission, files, request.Cancel);
            return Results.Json(
                new { id = submission.Id, status = $"/api/submissions/{submission.Id}", report = $"/api/submissions/{submission.Id}/report" }, statusCode: 202);
        }).WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(UploadedZip.MaxBytes));
}
