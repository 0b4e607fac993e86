using Azure.Storage.Blobs;
using Homeward.Lake.Azure;
using Homeward.Lake.Tests.Folder;

namespace Homeward.Lake.Tests.Azure;

public sealed class AzuriteRestartTests
{
    [Fact]
    public async Task Azurite_StoppedAndStarted_KeepsDataAndAddress()
    {
        using var folder = new TemporaryFolder();
        await using var azurite = await Azurite.Start(Azurite.Find(AppContext.BaseDirectory)!, folder.At("data"));
        var address = azurite.ConnectionString;
        var lake = new AzureLake(new BlobServiceClient(address));
        await lake.CreateContainers();
        var version = await lake.Put(LakePath.Parse("marts/a"), new byte[] { 1, 2, 3 });
        await azurite.Stop();
        await azurite.Start();
        Assert.Equal(address, azurite.ConnectionString);
        Assert.Equal(version, (await lake.Get(LakePath.Parse("marts/a")))!.ETag);
    }
}
