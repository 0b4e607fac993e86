using Azure.Storage.Blobs;
using Homeward.Lake.Azure;

namespace Homeward.Lake.Tests.Azure;

/// <summary>Names as an attacker writes them, through the real SDK: what the allow-list keeps out, and why it is needed.</summary>
[Collection(AzuriteTests.Name)]
public sealed class HostileNameTests(AzuriteFixture azurite) : IAsyncLifetime
{
    AzureLake lake = null!;
    BlobServiceClient service = null!;

    public async Task InitializeAsync() => (lake, service) = await azurite.Lake();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Sdk_DotDotInAName_CrossesContainers()
    {
        var landing = service.GetBlobContainerClient("landing");
        await landing.GetBlobClient("../curated/RWR/x.csv").UploadAsync(BinaryData.FromString("stolen"));
        var found = await lake.List(LakeFolder.Of(Zone.Curated)).ToListAsync();
        Assert.Equal(["RWR/x.csv"], found.Select(entry => entry.Name));
        Assert.False(LakePath.TryParse("landing/../curated/RWR/x.csv", out _));
    }

    [Theory]
    [InlineData("RWR/2025-08/a/%2e%2e/%2e%2e/x.csv")]
    [InlineData("RWR/2025-08/a/..%2fx.csv")]
    [InlineData("RWR/2025-08/a/ward stays.csv")]
    [InlineData("RWR/2025-08/a/\uFF0E\uFF0E\uFF0Fx.csv")]
    [InlineData("RWR/2025-08/a/\u2024\u2024\u2215x.csv")]
    [InlineData("R\u0174R/2025-08/a/submission.csv")]
    [InlineData("RW\u0420/2025-08/a/submission.csv")]
    [InlineData("RWR/2025-08/a/sub\u00ADmission.csv")]
    [InlineData("RWR/2025-08/a/submission.csv\u202Ecsv")]
    public async Task List_HostileName_IsReportedAndCannotBeOpened(string name)
    {
        await service.GetBlobContainerClient("landing").GetBlobClient(name).UploadAsync(BinaryData.FromString("x"));
        var entry = Assert.Single(await lake.List(LakeFolder.Of(Zone.Landing)).ToListAsync());
        Assert.Null(entry.Path);
        Assert.False(LakePath.TryParse("landing/" + name, out _));
    }

    /// <summary>The SDK or the service changes or refuses these: wherever such a file ends up, it has no path under its hostile name.</summary>
    [Theory]
    [InlineData("RWR\\..\\x.csv")]
    [InlineData("RWR/./x.csv")]
    [InlineData("RWR//x.csv")]
    [InlineData("RWR/x.csv.")]
    [InlineData("..")]
    public async Task List_NameThatTheSdkChanges_HasNoPathUnlessItIsAllowed(string name)
    {
        try
        {
            await service.GetBlobContainerClient("landing").GetBlobClient(name).UploadAsync(BinaryData.FromString("x"));
        }
        catch (Exception e) when (e is global::Azure.RequestFailedException or HttpRequestException or UriFormatException or ArgumentException or FormatException)
        {
        }

        var found = await lake.List(LakeFolder.Of(Zone.Landing)).ToListAsync();
        Assert.All(found, entry => Assert.Equal(entry.Path is not null, LakePath.TryParse("landing/" + entry.Name, out _)));
        Assert.False(LakePath.TryParse("landing/" + name, out _));
    }

    /// <summary>The emulator stores this name and can then no longer list the container: only the path is judged here.</summary>
    [Fact]
    public async Task Get_NulInAName_HasNoPath()
    {
        await service.GetBlobContainerClient("landing").GetBlobClient("RWR/\0/x.csv").UploadAsync(BinaryData.FromString("x"));
        Assert.False(LakePath.TryParse("landing/RWR/\0/x.csv", out _));
        Assert.Null(await lake.Get(LakePath.Parse("landing/RWR/x.csv")));
    }
}
