using Homeward.App.Callers;
using Homeward.App.Deployments;
using Homeward.App.IngestSubmission;
using Homeward.Lake.Ledger;
using Homeward.Reference;
using Homeward.Submissions;

namespace Homeward.App.GetSubmission;

/// <summary>Finds the submission of a request's <c>{id}</c>. Another provider's does not exist for the caller.</summary>
static class SubmissionLookup
{
    public static async Task<SubmissionRow> Find(CallerRequest request, Deployment deployment)
    {
        var identity = Parse((string?)request.Http.Request.RouteValues["id"]);
        var allowed = identity is not null
            && (request.Caller.Role == CallerRole.Admin || (request.Caller.Role == CallerRole.Provider && request.Caller.Organisation == identity.Provider));
        var found = allowed ? await deployment.Ledger.Submission(identity!.Provider, identity.Period, identity.Upload, request.Cancel) : null;
        return found?.Row ?? throw new RefusedException(404, "There is no such submission, or it is not yours: expected {provider}-{yyyy-MM}-{upload}.");
    }

    static SubmissionIdentity? Parse(string? id)
    {
        var parts = (id ?? "").Split('-', 4);
        return parts.Length == 4 ? IngestSubmissionFunction.Identity(parts[0], $"{parts[1]}-{parts[2]}", parts[3]) : null;
    }
}
