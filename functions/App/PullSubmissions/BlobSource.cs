using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Homeward.App.IngestSubmission;
using Homeward.App.Submit;
using Homeward.Lake;
using Homeward.Reference;
using Homeward.Submissions;

namespace Homeward.App.PullSubmissions;

/// <summary>Another blob container, laid out like landing without the provider: <c>{period}/{upload}/{table}.csv</c> or <c>{period}/{upload}.zip</c>.</summary>
/// <param name="sas">Null: the app's own identity opens it.</param>
/// <param name="http">Never follows a redirect by itself.</param>
sealed class BlobSource(PullSource source, string? sas, Func<TokenCredential> identity, HttpClient http)
{
    const string Zip = ".zip";
    const long MaxFileBytes = 512L << 20;

    /// <summary>Lands every complete upload that has not landed yet.</summary>
    public async Task<IReadOnlyList<SubmissionIdentity>> Pull(ILakeStore store, CancellationToken cancel)
    {
        var (container, prefix) = Open();
        var blobs = await container.GetBlobsAsync(prefix: prefix, cancellationToken: cancel).ToListAsync(cancel);
        var landed = new List<SubmissionIdentity>();
        foreach (var upload in blobs.GroupBy(blob => Identity(blob.Name[prefix.Length..])))
        {
            if (upload.Key is { } submission && !await HasLanded(store, submission, cancel) && await Land(store, container, submission, [.. upload], cancel))
            {
                landed.Add(submission);
            }
        }

        return landed;
    }

    (BlobContainerClient Container, string Prefix) Open()
    {
        var address = new BlobUriBuilder(new Uri(source.Address));
        var prefix = address.BlobName.Length == 0 ? "" : address.BlobName.TrimEnd('/') + "/";
        address.BlobName = "";
        var options = new BlobClientOptions { Transport = new HttpClientTransport(http) };
        return sas is null
            ? (new BlobContainerClient(address.ToUri(), identity(), options), prefix)
            : (new BlobContainerClient(new UriBuilder(address.ToUri()) { Query = sas.TrimStart('?') }.Uri, options), prefix);
    }

    /// <summary>The provider is the source's, whatever the container holds.</summary>
    SubmissionIdentity? Identity(string name) => name.Split('/') switch
    {
        [var period, var upload, _] => IngestSubmissionFunction.Identity(source.Provider, period, upload),
        [var period, var zip] when zip.EndsWith(Zip, StringComparison.Ordinal) => IngestSubmissionFunction.Identity(source.Provider, period, zip[..^Zip.Length]),
        _ => null,
    };

    static Task<bool> HasLanded(ILakeStore store, SubmissionIdentity submission, CancellationToken cancel) =>
        store.List(LakePaths.Landing(submission.Provider, submission.Period, submission.Upload), cancel)
            .AnyAsync(entry => entry.Name == LakePaths.Manifest || entry.Name == PulledZip.NameOf(submission), cancel).AsTask();

    /// <summary>False while the upload is not complete.</summary>
    static async Task<bool> Land(ILakeStore store, BlobContainerClient container, SubmissionIdentity submission, IReadOnlyList<BlobItem> blobs, CancellationToken cancel)
    {
        if (blobs is [var only] && only.Name.EndsWith(Zip, StringComparison.Ordinal))
        {
            return await PulledZip.Land(store, submission, await Read(container, only, cancel), cancel);
        }

        return blobs.Any(blob => NameOf(blob) == LakePaths.Manifest) && await Landing.Put(store, submission, await Files(container, blobs, cancel), cancel);
    }

    static async Task<IReadOnlyList<SubmissionFile>> Files(BlobContainerClient container, IReadOnlyList<BlobItem> blobs, CancellationToken cancel)
    {
        var files = new List<SubmissionFile>();
        foreach (var blob in blobs)
        {
            var bytes = await Read(container, blob, cancel);
            files.Add(new SubmissionFile(NameOf(blob), bytes.Length, () => new MemoryStream(bytes, writable: false)));
        }

        return files;
    }

    /// <summary>The version that was listed, or an error: a file that changes meanwhile is pulled the next time.</summary>
    static async Task<byte[]> Read(BlobContainerClient container, BlobItem blob, CancellationToken cancel)
    {
        if (blob.Properties.ContentLength > MaxFileBytes)
        {
            throw new PullException($"a file has {blob.Properties.ContentLength:N0} bytes; the limit is {MaxFileBytes:N0}");
        }

        var pinned = new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfMatch = blob.Properties.ETag } };
        return (await container.GetBlobClient(blob.Name).DownloadContentAsync(pinned, cancel)).Value.Content.ToArray();
    }

    static string NameOf(BlobItem blob) => blob.Name[(blob.Name.LastIndexOf('/') + 1)..];
}
