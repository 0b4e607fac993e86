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

    [Fact]
    public async Task Azurite_FolderOfAnotherThatStillRuns_WaitsForItsEnd()
    {
        using var folder = new TemporaryFolder();
        await using var first = await Azurite.Start(Azurite.Find(AppContext.BaseDirectory)!, folder.At("data"));
        var second = Azurite.Start(Azurite.Find(AppContext.BaseDirectory)!, folder.At("data"));
        await Task.Delay(500);
        Assert.False(second.IsCompleted);
        await first.Stop();
        await (await second).DisposeAsync();
    }
}
