using Homeward.App.Callers;
using Homeward.Pipeline.Packages;
using Homeward.Submissions;

namespace Homeward.App.Submit;

/// <summary>The zip in a request's body. It is held in memory only: what is in it belongs in landing or nowhere.</summary>
static class UploadedZip
{
    /// <summary>Larger submissions go to storage directly.</summary>
    public const long MaxBytes = 100 << 20;

    static readonly ZipLimits Limits = new() { FileBytes = 512L << 20, TotalBytes = 1L << 30 };

    public static async Task<IReadOnlyList<SubmissionFile>> Read(HttpRequest request, CancellationToken cancel)
    {
        using var body = new MemoryStream(request.ContentLength is > 0 and <= MaxBytes and { } length ? (int)length : 0);
        await request.Body.CopyToAsync(body, cancel);
        var bytes = body.ToArray();
        return bytes.Length > 0
            ? ZipPackage.Files(() => new MemoryStream(bytes, writable: false), Limits)
            : throw new RefusedException(400, "The request has no body: send one zip of the submission's CSV files.");
    }
}
