using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Homeward.App.Deployments;
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

    /// <summary>Lands every complete upload that is new, in the order in which they were laid out.</summary>
    /// <remarks>The manifest comes last, so a folder is new when its manifest is.</remarks>
    public async Task<IReadOnlyList<SubmissionIdentity>> Pull(Deployment deployment, CancellationToken cancel)
    {
        var (container, prefix) = Open();
        var found = await container.GetBlobsAsync(prefix: prefix, cancellationToken: cancel).ToListAsync(cancel);
        var complete = from blob in found
                       group blob by Place(blob.Name[prefix.Length..]) into upload
                       let last = upload.FirstOrDefault(blob => upload.Key.IsZip || NameOf(blob) == LakePaths.Manifest)
                       where upload.Key.Identity is not null && last is not null
                       orderby last.Properties.LastModified
                       select (upload.Key.Identity, upload.Key.IsZip, Last: last, Blobs: upload.ToList());
        var landed = new List<SubmissionIdentity>();
        foreach (var (submission, isZip, last, blobs) in complete)
        {
            var package = await PulledPackage.Find(deployment, source.Provider, $"{container.Uri.GetLeftPart(UriPartial.Path)}/{last.Name}", cancel);
            var version = last.Properties.ETag?.ToString();
            if (package.Version == version)
            {
                continue;
            }

            var files = new List<SubmissionFile>();
            foreach (var blob in blobs)
            {
                var bytes = await Read(container, blob, cancel);
                files.Add(new(NameOf(blob), bytes.Length, () => new MemoryStream(bytes, writable: false)));
            }

            IReadOnlyList<SubmissionFile> unpacked = isZip ? PulledZip.Files(files[0].Open) : files;
            if (await package.Land(submission, await PackageHash.Of(unpacked, cancel), version, unpacked, cancel) is { } pulled)
            {
                landed.Add(pulled);
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
    (SubmissionIdentity? Identity, bool IsZip) Place(string name) => name.Split('/') switch
    {
        [var period, var upload, _] => (IngestSubmissionFunction.Identity(source.Provider, period, upload), false),
        [var period, var zip] when zip.EndsWith(Zip, StringComparison.Ordinal) => (IngestSubmissionFunction.Identity(source.Provider, period, zip[..^Zip.Length]), true),
        _ => default,
    };

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
