using System.Net.Sockets;
using Homeward.App.PullSubmissions;
using Homeward.App.Tests.Running;
using Homeward.App.Tests.Security;
using Homeward.Columns;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Tests.Uploads;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace Homeward.App.Tests.PullSubmissions;

/// <summary>Pulls from a real HTTPS server on this machine.</summary>
[Collection(AzuriteTests.Name)]
public sealed class HttpsPullTests(AzuriteFixture azurite) : IDisposable
{
    static readonly Month August = new(2025, 8);
    static readonly DateTime Monday = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);
    static readonly FakeTimeProvider Today = new(new DateTimeOffset(2025, 9, 10, 12, 5, 0, TimeSpan.Zero));
    static readonly byte[] Package = ZipOf.Upload(new SmallUpload("RWR", August, "any", Monday));

    readonly SmallWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Pull_NewPackage_LandsOnceAndIsJudged()
    {
        await using var trust = await HttpsTrust.Start(http => Serve(http, "\"v1\""));
        await using var app = await Start(trust, "/homeward/{period}.zip", "secret-token");
        Assert.Contains("RWR-2025-08-pull-", await Pull(app), StringComparison.Ordinal);
        Assert.Equal("[]", LogsOf(await Pull(app)));
        await app.Invoke("SweepLanding");
        Assert.Equal(LedgerState.Published, Assert.Single(await app.Deployment.Ledger.Submissions().ToListAsync()).Row.State);

        // Three months are asked for; the second time with the version that is known.
        Assert.Equal(6, trust.Requests.Count);
        Assert.All(trust.Requests, request => Assert.Contains("auth=Bearer secret-token", request, StringComparison.Ordinal));
        Assert.Contains(trust.Requests, request => request.Contains("2025-08.zip", StringComparison.Ordinal) && request.Contains("known=\"v1\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pull_SameContentUnderANewVersion_LandsNothing()
    {
        var version = 0;
        await using var trust = await HttpsTrust.Start(http => Serve(http, $"\"v{++version}\""));
        await using var app = await Start(trust, "/{period}.zip", "x-api-key: abc");
        Assert.Contains("pulled", await Pull(app), StringComparison.Ordinal);
        Assert.Equal("[]", LogsOf(await Pull(app)));
        Assert.All(trust.Requests, request => Assert.Contains("auth=abc", request, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pull_ContentComesBackAfterOther_IsANewUploadThatCounts(bool tagged)
    {
        var (version, package) = (0, Package);
        await using var trust = await HttpsTrust.Start(http => Serve(http, tagged ? $"\"v{version}\"" : null, package));
        await using var app = await Start(trust, "/{period}.zip", null);
        var uploads = new List<string>();
        foreach (var content in new[] { Package, ZipOf.Upload(new SmallUpload("RWR", August, "any", Monday, people: 5)), Package })
        {
            (version, package) = (version + 1, content);
            Assert.Contains(": pulled", await Pull(app), StringComparison.Ordinal);
            Assert.Equal("[]", LogsOf(await Pull(app)));
            await app.Invoke("SweepLanding");
            uploads.Add((await CurrentSubmissions.Of(app.Deployment.Ledger, "RWR", August))!.Upload);
        }

        Assert.Equal(3, uploads.Distinct().Count());
        Assert.Equal($"{uploads[0]}-2", uploads[2]);
        Assert.Equal(3, await app.Deployment.Ledger.Submissions().CountAsync());
    }

    [Fact]
    public async Task Pull_ConnectionBreaks_GoesOnWhereItBroke()
    {
        var breaks = 0;
        await using var trust = await HttpsTrust.Start(async http =>
        {
            if (!http.Request.Path.Value!.Contains("2025-08", StringComparison.Ordinal))
            {
                http.Response.StatusCode = 404;
                return;
            }

            var from = (int)(http.Request.GetTypedHeaders().Range?.Ranges.Single().From ?? 0);
            http.Response.Headers.ETag = "\"v1\"";
            if (from > 0)
            {
                http.Response.StatusCode = 206;
                http.Response.Headers.ContentRange = $"bytes {from}-{Package.Length - 1}/{Package.Length}";
            }

            http.Response.ContentLength = Package.Length - from;
            var part = breaks++ < 2 ? 500 : Package.Length - from;
            await http.Response.Body.WriteAsync(Package.AsMemory(from, part));
            await http.Response.Body.FlushAsync();
            if (part == 500)
            {
                await Task.Delay(100);
                http.Abort();
            }
        });
        await using var app = await Start(trust, "/{period}.zip", null);
        Assert.Contains("pulled", await Pull(app), StringComparison.Ordinal);
        Assert.Equal(["", "bytes=500-", "bytes=1000-"], trust.Requests.Where(r => r.Contains("2025-08", StringComparison.Ordinal)).Select(r => r.Split("range=")[1].Split(' ')[0]));
        Assert.Contains(trust.Requests, request => request.Contains("if=\"v1\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pull_RedirectToAnotherHost_IsRefusedAndTheSecretStays()
    {
        await using var elsewhere = await HttpsTrust.Start(http => Serve(http, "\"v1\""));
        await using var trust = await HttpsTrust.Start(http =>
        {
            http.Response.Redirect(elsewhere.Address + http.Request.Path);
            return Task.CompletedTask;
        });
        await using var app = await Start(trust, "/{period}.zip", "secret-token");
        Assert.Contains("redirects to another host", await Pull(app), StringComparison.Ordinal);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task Pull_RedirectOnTheSameHost_IsFollowed()
    {
        await using var trust = await HttpsTrust.Start(http =>
        {
            if (http.Request.Path.Value!.StartsWith("/new/", StringComparison.Ordinal))
            {
                return Serve(http, "\"v1\"");
            }

            http.Response.Redirect("/new" + http.Request.Path);
            return Task.CompletedTask;
        });
        await using var app = await Start(trust, "/{period}.zip", "secret-token");
        Assert.Contains("pulled", await Pull(app), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pull_FailingSources_AreReportedAndStopNobody()
    {
        await using var trust = await HttpsTrust.Start(http =>
        {
            switch (http.Request.Path.Value!.Split('/')[1])
            {
                case "denied":
                    http.Response.StatusCode = 403;
                    return Task.CompletedTask;
                case "huge":
                    http.Response.ContentLength = 200L << 20;
                    return http.Response.Body.WriteAsync(new byte[100]).AsTask();
                case "nozip":
                    return http.Response.WriteAsync("this is no zip");
                default:
                    return Serve(http, "\"v1\"");
            }
        });
        using var closed = new TcpListener(System.Net.IPAddress.Loopback, 0);
        world.Reference(("sources.csv", $$"""
            provider,kind,address,secret_name,schedule
            RYK,https,{{trust.Address}}/denied/{period}.zip,,
            RYK,https,{{trust.Address}}/huge/{period}.zip,,
            RYK,https,{{trust.Address}}/nozip/{period}.zip,,
            RYK,https,{{trust.Address}}/x/{period}.zip,no-such-secret,
            RYK,https,https://localhost:1/{period}.zip,,
            RYK,https,{{trust.Address}}/never/{period}.zip,,0 0 1 1 *
            RWR,https,{{trust.Address}}/good/{period}.zip,,0 * * * *
            """));
        await using var app = await RunningApp.Start(azurite.Account(), world, pulling: Pulling(trust, null), clock: Today);
        var answer = await Pull(app);
        foreach (var why in new[] { "the source answered 403", "larger than", "not a readable zip", "the secret no-such-secret is not set", "cannot be reached", "RWR-2025-08-pull-" })
        {
            Assert.Contains(why, answer, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(trust.Requests, request => request.StartsWith("/never", StringComparison.Ordinal));
        Assert.DoesNotContain(trust.Address, answer, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Log.All, line => line.Contains(trust.Address, StringComparison.Ordinal));
        Assert.Equal(5, app.Log.All.Count(line => line.Contains("Needs a person: RYK could not be pulled", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Pull_CertificateNotTrusted_IsRefused()
    {
        await using var trust = await HttpsTrust.Start(http => Serve(http, "\"v1\""));
        world.Reference(("sources.csv", $$"""
            provider,kind,address,secret_name,schedule
            RWR,https,{{trust.Address}}/{period}.zip,,
            """));
        await using var app = await RunningApp.Start(azurite.Account(), world, clock: Today);
        Assert.Contains("cannot be reached (SecureConnectionError)", await Pull(app), StringComparison.Ordinal);
        Assert.Empty(trust.Requests);
    }

    async Task<RunningApp> Start(HttpsTrust trust, string path, string? secret)
    {
        world.Reference(("sources.csv", $"provider,kind,address,secret_name,schedule\nRWR,https,{trust.Address}{path},{(secret is null ? "" : "trust-secret")},\n"));
        return await RunningApp.Start(azurite.Account(), world, pulling: Pulling(trust, secret), clock: Today);
    }

    static Pulling Pulling(HttpsTrust trust, string? secret) => new(
        new PullSecrets(new ConfigurationBuilder().AddInMemoryCollection([new("Secrets:trust-secret", secret)]).Build()),
        () => throw new InvalidOperationException(),
        trust.Client());

    static async Task<string> Pull(RunningApp app)
    {
        using var answer = await app.Invoke("PullSubmissions");
        Assert.True(answer.IsSuccessStatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    static string LogsOf(string answer) => System.Text.Json.JsonDocument.Parse(answer).RootElement.GetProperty("Logs").GetRawText();

    /// <summary>August's package; other months are not there.</summary>
    static async Task Serve(HttpContext http, string? version, byte[]? package = null)
    {
        if (!http.Request.Path.Value!.Contains("2025-08", StringComparison.Ordinal))
        {
            http.Response.StatusCode = 404;
            return;
        }

        if (version is not null)
        {
            http.Response.Headers.ETag = version;
            if (http.Request.Headers.IfNoneMatch == version)
            {
                http.Response.StatusCode = 304;
                return;
            }
        }

        await http.Response.Body.WriteAsync(package ?? Package);
    }
}
