using System.Text;
using Azure.Core;
using Homeward.App.PullSubmissions;
using Homeward.App.Tests.Running;
using Homeward.Columns;
using Homeward.Lake;
using Homeward.Pipeline.Tests.Uploads;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Homeward.App.Tests.PullSubmissions;

/// <summary>Pulls a container that the app's own identity opens, from a real HTTPS server that speaks as blob storage does.</summary>
[Collection(AzuriteTests.Name)]
public sealed class IdentityPullTests(AzuriteFixture azurite) : IDisposable
{
    const string ETag = "\"0x8DB\"";
    static readonly Month August = new(2025, 8);
    static readonly SmallUpload Upload = new("RWR", August, "theirs", new DateTime(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc));

    readonly SmallWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Pull_ContainerWithoutSas_ShowsTheIdentitysTokenAndLands()
    {
        await using var storage = await HttpsTrust.Start(Serve);
        var token = new FixedToken("token-of-the-app");
        await using var app = await Start(storage, token);
        Assert.Contains("RWR-2025-08-theirs: pulled", await Pull(app), StringComparison.Ordinal);
        Assert.Equal(Upload.Files.Count, await app.Deployment.Store.List(LakePaths.Landing("RWR", August, "theirs")).CountAsync());
        Assert.Equal("https://storage.azure.com/.default", Assert.Single(token.Scopes.Distinct()));
        Assert.All(storage.Requests, request => Assert.Contains("auth=Bearer token-of-the-app", request, StringComparison.Ordinal));
        Assert.DoesNotContain(app.Log.All, line => line.Contains("token-of-the-app", StringComparison.Ordinal));

        Assert.DoesNotContain("pulled", await Pull(app), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pull_IdentityHasNoRole_IsReported()
    {
        await using var storage = await HttpsTrust.Start(http =>
        {
            http.Response.StatusCode = 403;
            http.Response.Headers["x-ms-error-code"] = "AuthorizationPermissionMismatch";
            return Task.CompletedTask;
        });
        await using var app = await Start(storage, new FixedToken("token-of-the-app"));
        Assert.Contains("RWR: not pulled, the storage answered 403 AuthorizationPermissionMismatch", await Pull(app), StringComparison.Ordinal);
    }

    /// <summary>https://learn.microsoft.com/rest/api/storageservices/list-blobs and get-blob.</summary>
    static async Task Serve(HttpContext http)
    {
        http.Response.Headers["x-ms-version"] = "2023-08-03";
        if (http.Request.Query["comp"] == "list")
        {
            var blobs = string.Concat(Upload.Files.Select(file =>
                $"<Blob><Name>2025-08/theirs/{file.Key}</Name><Properties><Last-Modified>Mon, 08 Sep 2025 09:00:00 GMT</Last-Modified><Etag>{ETag}</Etag><Content-Length>{file.Value.Length}</Content-Length><BlobType>BlockBlob</BlobType></Properties></Blob>"));
            http.Response.ContentType = "application/xml";
            await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-8\"?><EnumerationResults ContainerName=\"outbox\"><Blobs>{blobs}</Blobs><NextMarker /></EnumerationResults>"));
            return;
        }

        var bytes = Upload.Files[http.Request.Path.Value!.Split('/')[^1]];
        http.Response.Headers.ETag = ETag;
        http.Response.Headers.LastModified = "Mon, 08 Sep 2025 09:00:00 GMT";
        http.Response.Headers["x-ms-blob-type"] = "BlockBlob";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes);
    }

    async Task<RunningApp> Start(HttpsTrust storage, TokenCredential identity)
    {
        world.Reference(("sources.csv", $"provider,kind,address,secret_name,schedule\nRWR,blob,{storage.Address}/theiraccount/outbox,,\n"));
        var secrets = new PullSecrets(new ConfigurationBuilder().Build());
        return await RunningApp.Start(azurite.Account(), world, pulling: new Pulling(secrets, () => identity, storage.Client()));
    }

    static async Task<string> Pull(RunningApp app) => await (await app.Invoke("PullSubmissions")).Content.ReadAsStringAsync();

    sealed class FixedToken(string token) : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            return new AccessToken(token, TimeProvider.System.GetUtcNow().AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
