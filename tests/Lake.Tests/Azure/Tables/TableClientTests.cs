using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;
using Homeward.Lake.Azure.Tables;

namespace Homeward.Lake.Tests.Azure.Tables;

[Collection(AzuriteTests.Name)]
public sealed class TableClientTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Entity_EveryType_ComesBackAsItWas()
    {
        var table = TableClient.FromConnectionString(azurite.Account(), "types");
        await table.CreateIfNotExistsAsync();
        await table.CreateIfNotExistsAsync();
        var written = new TableEntity("p", "r")
        {
            ["Text"] = "a 'b' \"c\" ü 𝄞",
            ["Int"] = -7,
            ["Long"] = long.MaxValue,
            ["Flag"] = true,
            ["Time"] = new DateTimeOffset(2025, 8, 31, 23, 59, 59, TimeSpan.Zero).AddTicks(1234567),
        };
        await table.AddEntityAsync(written);
        var (read, _) = await table.GetEntityIfExistsAsync("p", "r");
        read!.Remove("Timestamp");
        Assert.Equal(written.OrderBy(p => p.Key), read.OrderBy(p => p.Key));
    }

    [Fact]
    public async Task GetEntityIfExists_NoTable_IsAnErrorNotAnAbsentRow()
    {
        var e = await Assert.ThrowsAsync<global::Azure.RequestFailedException>(() => TableClient.FromConnectionString(azurite.Account(), "nowhere").GetEntityIfExistsAsync("p", "r"));
        Assert.Equal("TableNotFound", e.ErrorCode);
    }

    [Fact]
    public async Task Send_WrongKey_IsRefused()
    {
        var parts = azurite.Azurite.ConnectionString.Split(';').Select(part => part.StartsWith("AccountKey=", StringComparison.Ordinal) ? "AccountKey=AAAA" : part);
        var table = TableClient.FromConnectionString(string.Join(';', parts), "denied", new TableClientOptions { Retry = { MaxRetries = 0 } });
        var e = await Assert.ThrowsAsync<global::Azure.RequestFailedException>(() => table.CreateIfNotExistsAsync());
        Assert.Equal(403, e.Status);
    }

    [Fact]
    public async Task Send_WithAnIdentity_CarriesItsTokenForStorage()
    {
        var seen = new Recorder();
        var table = new TableClient(new Uri("https://name.table.core.windows.net"), "runs", new FixedToken(), new TableClientOptions { Transport = new HttpClientTransport(new HttpClient(seen)) });
        await table.GetEntityIfExistsAsync("period", "2025-08");
        Assert.Equal("Bearer token-for-https://storage.azure.com/.default", seen.Authorization);
        Assert.Equal("https://name.table.core.windows.net/runs(PartitionKey='period',RowKey='2025-08')", seen.Uri);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AccountName=a")]
    [InlineData("AccountKey=secret=")]
    public void FromConnectionString_PartMissing_SaysWhichAndShowsNoKey(string text)
    {
        var e = Assert.Throws<FormatException>(() => TableClient.FromConnectionString(text, "runs"));
        Assert.Contains("Account", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", e.Message, StringComparison.Ordinal);
    }

    sealed class Recorder : HttpMessageHandler
    {
        public string? Authorization { get; private set; }

        public string? Uri { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (Authorization, Uri) = (request.Headers.Authorization?.ToString(), request.RequestUri?.AbsoluteUri);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound) { Headers = { Date = DateTimeOffset.UnixEpoch }, RequestMessage = request });
        }
    }

    sealed class FixedToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new("token-for-" + requestContext.Scopes[0], DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
