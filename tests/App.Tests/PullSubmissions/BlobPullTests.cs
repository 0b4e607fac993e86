using Azure.Storage.Blobs;
using Azure.Storage.Sas;
using Homeward.App.Deployments;
using Homeward.App.PullSubmissions;
using Homeward.App.Tests.Running;
using Homeward.App.Tests.Security;
using Homeward.Columns;
using Homeward.Lake;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Ingest;
using Homeward.Pipeline.Tests.Faults;
using Homeward.Pipeline.Tests.Uploads;
using Homeward.Submissions;
using Microsoft.Extensions.Configuration;

namespace Homeward.App.Tests.PullSubmissions;

/// <summary>Pulls from another storage account's container, opened by a SAS.</summary>
[Collection(AzuriteTests.Name)]
public sealed class BlobPullTests(AzuriteFixture azurite) : IDisposable
{
    static readonly Month August = new(2025, 8);
    static readonly DateTime Monday = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    readonly SmallWorld world = new();
    string sas = "";

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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pull_PackageIsReplacedAndComesBack_EachIsANewUploadThatCounts(bool zipped)
    {
        var theirs = await Container();
        await using var app = await Start(theirs, "");
        foreach (var (people, upload) in new[] { (3, "monthly"), (5, "monthly-2"), (3, "monthly-3") })
        {
            await Lay(people);
            Assert.Contains($"RWR-2025-08-{upload}: pulled", await Pull(app), StringComparison.Ordinal);
            Assert.DoesNotContain("pulled", await Pull(app), StringComparison.Ordinal);

            // The same again is no new package, though the storage calls it a new version.
            await Lay(people);
            Assert.DoesNotContain("pulled", await Pull(app), StringComparison.Ordinal);
            await app.Invoke("SweepLanding");
            Assert.Equal(upload, (await CurrentSubmissions.Of(app.Deployment.Ledger, "RWR", August))!.Upload);
        }

        Assert.Equal(3, await app.Deployment.Ledger.Submissions().CountAsync());

        async Task Lay(int people)
        {
            var package = new SmallUpload("RWR", August, "monthly", Monday, people: people);
            await (zipped
                ? theirs.GetBlobClient("2025-08/monthly.zip").UploadAsync(BinaryData.FromBytes(ZipOf.Upload(package)), overwrite: true)
                : Put(theirs, "", package));
        }
    }

    [Fact]
    public async Task Pull_ZipThatCannotBeRead_LandsOnceAsItIsAndTheMendedOneCounts()
    {
        var theirs = await Container();
        await using var app = await Start(theirs, "");
        var zip = theirs.GetBlobClient("2025-08/monthly.zip");
        await zip.UploadAsync(BinaryData.FromString("PK cut short"), overwrite: true);
        Assert.Contains("RWR-2025-08-monthly: pulled", await Pull(app), StringComparison.Ordinal);
        Assert.DoesNotContain("pulled", await Pull(app), StringComparison.Ordinal);
        Assert.Equal("RWR/2025-08/monthly/package.zip", Assert.Single(await app.Deployment.Store.List(LakeFolder.Of(Zone.Landing)).ToListAsync()).Name);

        await zip.UploadAsync(BinaryData.FromBytes(ZipOf.Upload(new SmallUpload("RWR", August, "x", Monday))), overwrite: true);
        Assert.Contains("RWR-2025-08-monthly-2: pulled", await Pull(app), StringComparison.Ordinal);
        await app.Invoke("SweepLanding");
        Assert.Equal("monthly-2", (await CurrentSubmissions.Of(app.Deployment.Ledger, "RWR", August))!.Upload);
    }

    [Fact]
    public async Task Pull_WasInterrupted_GoesOnWithTheSameUpload()
    {
        var theirs = await Container();
        await theirs.GetBlobClient("2025-08/monthly.zip").UploadAsync(BinaryData.FromBytes(ZipOf.Upload(new SmallUpload("RWR", August, "x", Monday))));
        await using var app = await Start(theirs, "");
        var counting = FaultPlan.Never;
        Assert.Single(await PullBy(app, counting));
        Assert.InRange(counting.Effects, 8, 12);
        for (var step = 0; step <= counting.Effects; step++)
        {
            foreach (var zone in new[] { Zone.Landing, Zone.Restricted })
            {
                await foreach (var entry in app.Deployment.Store.List(LakeFolder.Of(zone)))
                {
                    await app.Deployment.Store.Delete(entry.Path!.Value);
                }
            }

            // Just after an effect is just before the next; only the last has an after of its own.
            var died = step < counting.Effects ? new FaultPlan(step, after: false) : new FaultPlan(step - 1, after: true);
            await Assert.ThrowsAsync<DeathException>(() => PullBy(app, died));
            await PullBy(app, FaultPlan.Never);
            Assert.Empty(await PullBy(app, FaultPlan.Never));
            var uploads = await app.Deployment.Store.List(LakeFolder.Of(Zone.Landing)).Select(entry => entry.Name.Split('/')[2]).ToListAsync();
            Assert.Equal(Enumerable.Repeat("monthly", 6), uploads);
        }
    }

    /// <summary>Pulls in a process that dies by plan.</summary>
    async Task<IReadOnlyList<SubmissionIdentity>> PullBy(RunningApp app, FaultPlan plan)
    {
        var whole = app.Deployment;
        using var dying = new Deployment(new FaultyStore(whole.Store, plan), whole.Ledger, whole.Queues, whole.Keys, whole.Clock, new IngestOptions("test"));
        var source = Assert.Single((await whole.Reference.Get(default)).Sources);
        using var http = Pulling.Client();
        return await new BlobSource(source, sas, () => throw new InvalidOperationException(), http).Pull(dying, default);
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
        sas = secret ??= theirs.GenerateSasUri(BlobContainerSasPermissions.Read | BlobContainerSasPermissions.List, TimeProvider.System.GetUtcNow().AddHours(1)).Query;
        world.Reference(("sources.csv", $"provider,kind,address,secret_name,schedule\nRWR,blob,{theirs.Uri}{folder},their-sas,\n"));
        var secrets = new PullSecrets(new ConfigurationBuilder().AddInMemoryCollection([new("Secrets:their-sas", secret)]).Build());
        return await RunningApp.Start(azurite.Account(), world, pulling: new Pulling(secrets, () => throw new InvalidOperationException(), Pulling.Client()));
    }

    static async Task<string> Pull(RunningApp app) => await (await app.Invoke("PullSubmissions")).Content.ReadAsStringAsync();
}
