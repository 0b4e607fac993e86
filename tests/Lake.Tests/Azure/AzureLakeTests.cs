using Azure.Storage.Blobs;
using Homeward.Lake.Azure;
using Homeward.Lake.Tests.Contract;

namespace Homeward.Lake.Tests.Azure;

[Collection(AzuriteTests.Name)]
public sealed class AzureLakeTests(AzuriteFixture azurite) : LakeStoreContract, IAsyncLifetime
{
    AzureLake lake = null!;
    BlobServiceClient service = null!;

    protected override ILakeStore Store => lake;

    public async Task InitializeAsync() => (lake, service) = await azurite.Lake();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task CreateContainers_Twice_ChangesNothing()
    {
        await Store.Put(LakePath.Parse("marts/a"), Bytes("one"));
        await lake.CreateContainers();
        Assert.NotNull(await Store.Get(LakePath.Parse("marts/a")));
    }

    [Fact]
    public async Task List_FilePutAtOnce_HasItsMd5()
    {
        await Store.Put(LakePath.Parse("marts/a"), Bytes("one"));
        Assert.NotNull(Assert.Single(await Store.List(LakeFolder.Of(Zone.Marts)).ToListAsync()).Md5);
    }

    [Fact]
    public async Task Get_NoContainer_IsAnErrorNotAnAbsentFile()
    {
        var elsewhere = new AzureLake(new BlobServiceClient(azurite.Account()));
        await Assert.ThrowsAsync<global::Azure.RequestFailedException>(() => elsewhere.Get(LakePath.Parse("marts/a")));
        await Assert.ThrowsAsync<global::Azure.RequestFailedException>(() => elsewhere.PutIfAbsent(LakePath.Parse("marts/a"), Bytes("one")));
    }

    [Fact]
    public async Task List_DirectoriesOfAHierarchicalAccount_AreNotFiles()
    {
        var directory = service.GetBlobContainerClient("marts").GetBlobClient("kpi");
        await directory.UploadAsync(BinaryData.Empty, new global::Azure.Storage.Blobs.Models.BlobUploadOptions
        {
            Metadata = new Dictionary<string, string> { ["hdi_isfolder"] = "true" },
        });
        await Store.Put(LakePath.Parse("marts/kpi/a.txt"), Bytes("one"));
        Assert.Equal(["kpi/a.txt"], (await Store.List(LakeFolder.Of(Zone.Marts)).ToListAsync()).Select(entry => entry.Name));
    }

    [Fact]
    public async Task Open_FileLargerThanABuffer_ReadsItAll()
    {
        var bytes = new byte[9_000_001];
        new Random(7).NextBytes(bytes);
        var version = await Store.Put(LakePath.Parse("landing/RWR/2025-08/a/ward_stays.csv"), bytes);
        using var copy = new MemoryStream();
        await using var stream = Store.Open(LakePath.Parse("landing/RWR/2025-08/a/ward_stays.csv"), version);
        await stream.CopyToAsync(copy);
        Assert.Equal(bytes, copy.ToArray());
    }
}
