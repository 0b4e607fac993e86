using Azure.Storage.Blobs;
using Azure.Storage.Sas;
using Homeward.App.PullSubmissions;
using Homeward.App.Tests.Running;
using Homeward.App.Tests.Security;
using Homeward.Columns;
using Homeward.Lake;
using Homeward.Pipeline.Tests.Uploads;
using Microsoft.Extensions.Configuration;

namespace Homeward.App.Tests.PullSubmissions;

/// <summary>Pulls from another storage account's container, opened by a SAS.</summary>
[Collection(AzuriteTests.Name)]
public sealed class BlobPullTests(AzuriteFixture azurite) : IDisposable
{
    static readonly Month August = new(2025, 8);
    static readonly DateTime Monday = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    readonly SmallWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Pull_FolderAndZip_LandOnceEach()
    {
        var theirs = await Container();
        await Put(theirs, "out/", new SmallUpload("RWR", August, "folder", Monday));
        await Put(theirs, "out/", new SmallUpload("RWR", August, "unfinished", Monday).Without("submission.csv"));
        await theirs.GetBlobClient("out/2025-07/zipped.zip").UploadAsync(BinaryData.FromBytes(ZipOf.Upload(new SmallUpload("RWR", August - 1, "x", Monday))));
        await theirs.GetBlobClient("elsewhere/2025-08/other/submission.csv").UploadAsync(BinaryData.FromString("not ours"));
        await theirs.GetBlobClient("out/2025-08/..%2f..%2fRYK/submission.csv").UploadAsync(BinaryData.FromString("hostile"));
        await using var app = await Start(theirs, "/out");

        var first = await Pull(app);
        Assert.Contains("RWR-2025-08-folder: pulled", first, StringComparison.Ordinal);
        Assert.Contains("RWR-2025-07-zipped: pulled", first, StringComparison.Ordinal);
        Assert.DoesNotContain("pulled", await Pull(app), StringComparison.Ordinal);

        await Put(theirs, "out/", new SmallUpload("RWR", August, "unfinished", Monday));
        Assert.Contains("RWR-2025-08-unfinished: pulled", await Pull(app), StringComparison.Ordinal);
        var landed = await app.Deployment.Store.List(LakeFolder.Of(Zone.Landing)).Select(entry => entry.Name.Split('/')[0] + " " + entry.Name.Split('/')[2]).Distinct().ToListAsync();
        Assert.Equal(["RWR zipped", "RWR folder", "RWR unfinished"], landed);
    }

    [Fact]
    public async Task Pull_SasIsRefused_IsReportedWithoutTheSas()
    {
        var theirs = await Container();
        await using var app = await Start(theirs, "", secret: "?sv=2023-01-03&sig=secretsignature");
        var answer = await Pull(app);
        Assert.Contains("the storage answered 403", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("secretsignature", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Log.All, line => line.Contains("secretsignature", StringComparison.Ordinal));
    }

    async Task<BlobContainerClient> Container()
    {
        var container = new BlobServiceClient(azurite.Account()).GetBlobContainerClient("outbox");
        await container.CreateIfNotExistsAsync();
        return container;
    }

    static async Task Put(BlobContainerClient container, string prefix, SmallUpload upload)
    {
        foreach (var (name, bytes) in upload.Files)
        {
            await container.GetBlobClient($"{prefix}{upload.Period}/{upload.Name}/{name}").UploadAsync(BinaryData.FromBytes(bytes), overwrite: true);
        }
    }

    async Task<RunningApp> Start(BlobContainerClient theirs, string folder, string? secret = null)
    {
        secret ??= theirs.GenerateSasUri(BlobContainerSasPermissions.Read | BlobContainerSasPermissions.List, TimeProvider.System.GetUtcNow().AddHours(1)).Query;
        world.Reference(("sources.csv", $"provider,kind,address,secret_name,schedule\nRWR,blob,{theirs.Uri}{folder},their-sas,\n"));
        var secrets = new PullSecrets(new ConfigurationBuilder().AddInMemoryCollection([new("Secrets:their-sas", secret)]).Build());
        return await RunningApp.Start(azurite.Account(), world, pulling: new Pulling(secrets, () => throw new InvalidOperationException(), Pulling.Client()));
    }

    static async Task<string> Pull(RunningApp app) => await (await app.Invoke("PullSubmissions")).Content.ReadAsStringAsync();
}
