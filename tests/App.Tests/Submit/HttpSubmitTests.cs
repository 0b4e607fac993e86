using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Homeward.App.Tests.Running;
using Homeward.App.Tests.Security;
using Homeward.Columns;
using Homeward.Lake;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.App.Tests.Submit;

/// <summary>What lands of a request, and for whom.</summary>
[Collection(AzuriteTests.Name)]
public sealed class HttpSubmitTests(AzuriteFixture azurite) : IAsyncLifetime, IDisposable
{
    static readonly Month August = new(2025, 8);
    static readonly DateTime Monday = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    readonly SmallWorld world = new();
    RunningApp app = null!;

    public async Task InitializeAsync()
    {
        People.AddTo(world);
        app = await RunningApp.Start(azurite.Account(), world);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Provider_SubmitsForItself_LandsOnceAndIsJudged()
    {
        var zip = ZipOf.Upload(new SmallUpload("RWR", August, "any", Monday, people: 4));
        using var first = await app.Ask(HttpMethod.Post, "/api/submissions/2025-08", People.Trust, zip);
        using var again = await app.Ask(HttpMethod.Post, "/api/submissions/2025-08", People.Trust, zip);
        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (first.StatusCode, again.StatusCode));
        var id = (await first.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        Assert.Equal(id, (await again.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString());
        await app.Invoke("SweepLanding");
        var shown = await app.Json($"/api/submissions/{id}", People.Trust);
        Assert.Equal(("published", true), (shown.GetProperty("state").GetString(), shown.GetProperty("current").GetBoolean()));
    }

    [Fact]
    public async Task Provider_SubmitsForAnother_IsRefused()
    {
        var zip = ZipOf.Upload(new SmallUpload("RYK", August, "any", Monday));
        using var asAnother = await app.Ask(HttpMethod.Post, "/api/submissions/2025-08?provider=RYK", People.Trust, zip);
        Assert.Equal(HttpStatusCode.Forbidden, asAnother.StatusCode);

        // Under its own name it lands as its own, and the manifest gives it away.
        using var asItself = await app.Ask(HttpMethod.Post, "/api/submissions/2025-08?upload=disguised", People.Trust, zip);
        Assert.Equal(HttpStatusCode.Accepted, asItself.StatusCode);
        await app.Invoke("SweepLanding");
        var row = (await app.Deployment.Ledger.Submission("RWR", August, "disguised"))!.Row;
        Assert.Equal(LedgerState.Rejected, row.State);
        var summary = await app.Deployment.Store.Get(LakePath.Parse("feedback/RWR/2025-08/disguised/summary.json"));
        Assert.Contains("SUB002", System.Text.Encoding.UTF8.GetString(summary!.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_ContentThatComesBackAfterOther_IsANewUploadThatCounts()
    {
        var (a, b) = (ZipOf.Upload(new("RWR", August, "x", Monday, people: 3)), ZipOf.Upload(new("RWR", August, "x", Monday, people: 5)));
        var sent = new List<string>();
        foreach (var zip in new[] { a, b, a, a, b })
        {
            sent.Add(await Submit(zip));
            await app.Invoke("SweepLanding");
            Assert.Equal(sent[^1], (await Current())!.Id);
        }

        Assert.Equal([sent[0], sent[1], $"{sent[0]}-2", $"{sent[0]}-2", $"{sent[1]}-2"], sent);
        Assert.All(await app.Deployment.Ledger.Submissions().ToListAsync(), found => Assert.Equal(LedgerState.Published, found.Row.State));
    }

    [Fact]
    public async Task Submit_ContentThatComesBackBeforeAnythingIsJudged_CountsAllTheSame()
    {
        var (a, b) = (ZipOf.Upload(new("RWR", August, "x", Monday, people: 3)), ZipOf.Upload(new("RWR", August, "x", Monday, people: 5)));
        var sent = new[] { await Submit(a), await Submit(a), await Submit(b), await Submit(a), await Submit(a) };
        Assert.Equal([sent[0], sent[0], sent[2], $"{sent[0]}-2", $"{sent[0]}-2"], sent);
        await app.Invoke("SweepLanding");
        Assert.Equal(sent[^1], (await Current())!.Id);
    }

    [Fact]
    public async Task Submit_SameZipManyTimesAtOnce_LandsOnce()
    {
        var (a, b) = (ZipOf.Upload(new("RWR", August, "x", Monday, people: 3)), ZipOf.Upload(new("RWR", August, "x", Monday, people: 5)));
        var first = await Submit(a);
        await Submit(b);
        var again = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Submit(a)));
        Assert.Equal($"{first}-2", Assert.Single(again.Distinct()));
        await app.Invoke("SweepLanding");
        Assert.Equal(3, await app.Deployment.Ledger.Submissions().CountAsync());
        Assert.Equal(again[0], (await Current())!.Id);
    }

    [Fact]
    public async Task Submit_ContentThatWasRejected_IsJudgedAgainAndLeavesTheCurrentOne()
    {
        var good = await Submit(ZipOf.Upload(new("RWR", August, "x", Monday)));
        await app.Invoke("SweepLanding");
        var bad = ZipOf.Upload(new SmallUpload("RWR", August, "x", Monday, people: 4).Without("beds.csv"));
        var rejected = await Submit(bad);
        await app.Invoke("SweepLanding");
        Assert.Equal(good, await Submit(ZipOf.Upload(new("RWR", August, "x", Monday))));
        Assert.Equal($"{rejected}-2", await Submit(bad));
        await app.Invoke("SweepLanding");
        Assert.Equal(good, (await Current())!.Id);
        Assert.Equal(3, await app.Deployment.Ledger.Submissions().CountAsync());
    }

    [Fact]
    public async Task Submit_NamedUploadsWithinOneSecond_TheLaterCounts()
    {
        var (a, b) = (ZipOf.Upload(new("RWR", August, "x", Monday, people: 3)), ZipOf.Upload(new("RWR", August, "x", Monday, people: 5)));
        await Submit(a, "?upload=second");
        var later = await Submit(b, "?upload=corrected");
        await app.Invoke("SweepLanding");
        Assert.Equal(later, (await Current())!.Id);
    }

    async Task<string> Submit(byte[] zip, string query = "")
    {
        using var answer = await app.Ask(HttpMethod.Post, "/api/submissions/2025-08" + query, People.Trust, zip);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    Task<SubmissionRow?> Current() => CurrentSubmissions.Of(app.Deployment.Ledger, "RWR", August);

    [Fact]
    public async Task Submit_OtherContentUnderAUsedName_IsRefused()
    {
        Assert.Equal(HttpStatusCode.Accepted, (await app.Ask(HttpMethod.Post, "/api/submissions/2025-08?upload=mine", People.Trust, ZipOf.Upload(new("RWR", August, "x", Monday)))).StatusCode);
        using var other = await app.Ask(HttpMethod.Post, "/api/submissions/2025-08?upload=mine", People.Trust, ZipOf.Upload(new("RWR", August, "x", Monday, people: 9)));
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
    }
}
