using Homeward.App.Callers;
using Homeward.App.Deployments;
using Homeward.App.IngestSubmission;
using Homeward.App.Submit;
using Homeward.Lake.Ledger;
using Homeward.Pipeline;
using Homeward.Submissions.Checking;
using Homeward.Submissions.Feedback;

namespace Homeward.App.Validate;

/// <summary><c>POST /api/validate?period=yyyy-MM</c>: one zip, judged as the pipeline would; nothing of it is stored.</summary>
/// <remarks>Answers the feedback pack's summary.json, or another of its files with <c>file=</c>.</remarks>
static class ValidateFunction
{
    public static void Map(IEndpointRouteBuilder app, Deployment deployment, CallerIdentity identity) =>
        app.MapCallers("POST", "validate", deployment, identity, async request =>
        {
            var submission = IngestSubmissionFunction.Identity(request.KnownProvider(), request.Query("period"), "pre-check")
                ?? throw new RefusedException(400, "The provider or the month is not usable: expected an ODS code and ?period=yyyy-MM.");
            var files = await UploadedZip.Read(request.Http.Request, request.Cancel);
            var now = deployment.Clock.GetUtcNow();
            var current = await CurrentSubmissions.Of(deployment.Ledger, submission.Provider, submission.Period, request.Cancel);
            var before = await CurrentSubmissions.Of(deployment.Ledger, submission.Provider, submission.Period - 1, request.Cancel);
            var context = new CheckContext(request.Reference, now, current?.ContentSha256, before?.Tables.ToDictionary(table => table.Key, table => table.Value.Read));

            await deployment.HeavyWork.WaitAsync(request.Cancel);
            try
            {
                var judged = SubmissionCheck.Run(submission, files, context, null, request.Cancel);
                return FeedbackFile.Answer(FeedbackPack.Write(judged, ReferenceVersion.Of(request.Reference), now), request.Query("file") ?? FeedbackFile.Summary);
            }
            finally
            {
                deployment.HeavyWork.Release();
            }
        }).WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(UploadedZip.MaxBytes));
}
