using System.Net;
using System.Net.Sockets;
using Homeward.App.Deployments;
using Homeward.App.Local;
using Homeward.App.Tests.PullSubmissions;
using Homeward.App.Tests.Running;
using Homeward.Pipeline.Ingest;
using Homeward.Submissions.Curated;

namespace Homeward.App.Tests.Starting;

/// <summary>Storage that cannot be used is said in a sentence: what is wrong and what to do, and never the key.</summary>
[Collection(AzuriteTests.Name)]
public sealed class UnusableStorageTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("nonsense")]
    [InlineData("UseDevelopmentStorage=perhaps")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=not-base64!;EndpointSuffix=core.windows.net")]
    [InlineData("AccountName=a;AccountName=b;AccountKey=c2VjcmV0")]
    [InlineData("BlobEndpoint=https://a.blob.core.windows.net;SharedAccessSignature=sv=1&sig=secret")]
    public void ConnectionString_IsNone_SaysWhatIsExpectedAndShowsNothingOfIt(string text)
    {
        var said = Assert.Throws<SettingsException>(() => StorageConnection.FromConnectionString("AzureWebJobsStorage", text)).Message;
        Assert.StartsWith("AzureWebJobsStorage is not the connection string of a storage account: expected DefaultEndpointsProtocol=https;AccountName=…;AccountKey=…;", said, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", said, StringComparison.Ordinal);
        Assert.DoesNotContain("not-base64", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storage_RefusesTheKey_SaysSo()
    {
        var wrong = azurite.Account().Replace("Eby8vdM0", "AAAAAAAA", StringComparison.Ordinal);
        Assert.StartsWith("The storage that AzureWebJobsStorage names refuses the key (403 AuthorizationFailure)", await Prepare(wrong), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storage_CannotBeReached_SaysWhichWay()
    {
        await using var https = await HttpsTrust.Start(_ => Task.CompletedTask);
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var free = taken.LocalEndpoint.ToString();
        taken.Stop();
        var said = await Task.WhenAll(
            Prepare(azurite.Account().Replace("http://", "https://", StringComparison.Ordinal)),
            Prepare(At("http://" + new Uri(https.Address).Authority)),
            Prepare(At("http://" + free)),
            Prepare(At("http://no-such-host.invalid")));
        Assert.Contains("cannot be reached by https: an emulator speaks http", said[0], StringComparison.Ordinal);
        Assert.Contains("breaks off the connection: does it speak the protocol", said[1], StringComparison.Ordinal);
        Assert.Contains("does not listen: is it running", said[2], StringComparison.Ordinal);
        Assert.Contains("has a name that cannot be found", said[3], StringComparison.Ordinal);
    }

    static string At(string address) =>
        $"AccountName=a;AccountKey=c2VjcmV0;BlobEndpoint={address}/a;QueueEndpoint={address}/a;TableEndpoint={address}/a";

    static async Task<string> Prepare(string connection)
    {
        var storage = StorageConnection.FromConnectionString("AzureWebJobsStorage", connection);
        using var deployment = Deployment.Of(storage, storage, PseudonymKeys.Demo, TimeProvider.System, new IngestOptions("test"));
        var said = (await Assert.ThrowsAsync<SettingsException>(() => Laptop.Prepare(storage, deployment, CancellationToken.None))).Message;
        Assert.DoesNotContain("c2VjcmV0", said, StringComparison.Ordinal);
        Assert.EndsWith("Without AzureWebJobsStorage the app starts an emulator of its own.", said, StringComparison.Ordinal);
        return said;
    }
}
