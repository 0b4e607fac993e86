using System.Runtime.CompilerServices;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using AzureETag = Azure.ETag;
using Failure = Azure.RequestFailedException;

namespace Homeward.Lake.Azure;

/// <summary>A lake in an Azure storage account: a container per zone.</summary>
public sealed class AzureLake(BlobServiceClient service) : ILakeStore
{
    /// <summary>Makes the containers that are not there yet; in Azure, infra has made them.</summary>
    public async Task CreateContainers(CancellationToken cancel = default)
    {
        foreach (var zone in Enum.GetValues<Zone>())
        {
            await Container(zone).CreateIfNotExistsAsync(cancellationToken: cancel);
        }
    }

    public async Task<LakeFile?> Get(LakePath path, CancellationToken cancel = default)
    {
        try
        {
            var found = (await Blob(path).DownloadContentAsync(cancel)).Value;
            return new LakeFile(found.Content.ToArray(), Version(found.Details.ETag));
        }
        catch (Failure e) when (e.Status == 404 && e.ErrorCode != BlobErrorCode.ContainerNotFound)
        {
            return null;
        }
    }

    public Stream Open(LakePath path, ETag version)
    {
        try
        {
            var pinned = new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfMatch = new AzureETag(version.Value) } };
            return new PinnedStream(path, Blob(path).DownloadStreaming(pinned).Value.Content);
        }
        catch (Failure e) when (e.Status is 404 or 412)
        {
            throw new LakeChangedException(path);
        }
    }

    public async Task<ETag> Put(LakePath path, ReadOnlyMemory<byte> bytes, CancellationToken cancel = default) =>
        Version((await Blob(path).UploadAsync(BinaryData.FromBytes(bytes), overwrite: true, cancel)).Value.ETag);

    public Task<ETag?> PutIfAbsent(LakePath path, ReadOnlyMemory<byte> bytes, CancellationToken cancel = default) =>
        PutIf(path, bytes, new BlobRequestConditions { IfNoneMatch = AzureETag.All }, cancel);

    public Task<ETag?> PutIfMatch(LakePath path, ReadOnlyMemory<byte> bytes, ETag version, CancellationToken cancel = default) =>
        PutIf(path, bytes, new BlobRequestConditions { IfMatch = new AzureETag(version.Value) }, cancel);

    public async Task<bool> Delete(LakePath path, CancellationToken cancel = default) =>
        await Blob(path).DeleteIfExistsAsync(cancellationToken: cancel);

    /// <remarks>A hierarchical account lists in the order of its directories and lists the directories too: neither is passed on.</remarks>
    public async IAsyncEnumerable<LakeEntry> List(LakeFolder folder, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var found = new List<LakeEntry>();
        await foreach (var blob in Container(folder.Zone).GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, folder.Prefix, cancel))
        {
            if (!blob.Metadata.ContainsKey("hdi_isfolder"))
            {
                found.Add(Entry(folder, blob));
            }
        }

        foreach (var entry in found.OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            yield return entry;
        }
    }

    static LakeEntry Entry(LakeFolder folder, BlobItem blob) => new(
        blob.Name[folder.Prefix.Length..],
        LakePath.IsAllowed(blob.Name) ? LakePath.Of(folder.Zone, blob.Name) : null,
        blob.Properties.ContentLength ?? 0,
        blob.Properties.LastModified ?? DateTimeOffset.MinValue,
        Version(blob.Properties.ETag ?? default))
    {
        Md5 = blob.Properties.ContentHash is { } hash ? Convert.ToBase64String(hash) : null,
    };

    async Task<ETag?> PutIf(LakePath path, ReadOnlyMemory<byte> bytes, BlobRequestConditions conditions, CancellationToken cancel)
    {
        try
        {
            var put = await Blob(path).UploadAsync(BinaryData.FromBytes(bytes), new BlobUploadOptions { Conditions = conditions }, cancel);
            return Version(put.Value.ETag);
        }
        catch (Failure e) when (e.Status is 409 or 412 || e.Status == 404 && e.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    BlobContainerClient Container(Zone zone) => service.GetBlobContainerClient(zone.Name());

    BlobClient Blob(LakePath path) => Container(path.Zone).GetBlobClient(path.Name);

    /// <summary>Listings give the tag without quotes, headers with them: always with.</summary>
    static ETag Version(AzureETag tag) => new(tag.ToString("H"));
}
