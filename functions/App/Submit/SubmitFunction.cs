using System.Security.Cryptography;
using Homeward.App.Callers;
using Homeward.App.Deployments;
using Homeward.App.IngestSubmission;
using Homeward.Lake;
using Homeward.Pipeline.Packages;
using Homeward.Submissions;

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
            await Land(deployment.Store, submission, files, request.Cancel);
            return Results.Json(
                new { id = submission.Id, status = $"/api/submissions/{submission.Id}", report = $"/api/submissions/{submission.Id}/report" }, statusCode: 202);
        }).WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(UploadedZip.MaxBytes));

    /// <summary>The manifest last. Files that are there stay: a folder is judged once, and another content wants another upload name.</summary>
    static async Task Land(ILakeStore store, SubmissionIdentity identity, IReadOnlyList<SubmissionFile> files, CancellationToken cancel)
    {
        var folder = LakePaths.Landing(identity.Provider, identity.Period, identity.Upload);
        var named = files.Select(file => (Path: PathOf(folder, file.Name), File: file)).ToList();
        if (!named.Exists(file => file.Path.FileName == LakePaths.Manifest))
        {
            throw new PackageException("The zip has no submission.csv: add the manifest, one row that says for whom and for which month.");
        }

        foreach (var (path, file) in named.OrderBy(file => file.Path.FileName == LakePaths.Manifest))
        {
            using var bytes = new MemoryStream();
            await using (var stream = file.Open())
            {
                await stream.CopyToAsync(bytes, cancel);
            }

            var content = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
            if (await store.PutIfAbsent(path, content, cancel) is null
                && await store.Get(path, cancel) is { } there && !there.Bytes.AsSpan().SequenceEqual(content.Span))
            {
                throw new RefusedException(409, $"The upload {identity.Upload} has another {path.FileName} already: send it under a new upload name.");
            }
        }
    }

    static LakePath PathOf(LakeFolder folder, string name)
    {
        try
        {
            return folder.File(name);
        }
        catch (FormatException)
        {
            throw new PackageException("The zip has a file whose name cannot be used: name the files after their tables, such as ward_stays.csv.");
        }
    }
}
