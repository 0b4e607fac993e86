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
    public async Task Submit_OtherContentUnderAUsedName_IsRefused()
    {
        Assert.Equal(HttpStatusCode.Accepted, (await app.Ask(HttpMethod.Post, "/api/submissions/2025-08?upload=mine", People.Trust, ZipOf.Upload(new("RWR", August, "x", Monday)))).StatusCode);
        using var other = await app.Ask(HttpMethod.Post, "/api/submissions/2025-08?upload=mine", People.Trust, ZipOf.Upload(new("RWR", August, "x", Monday, people: 9)));
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
    }
}
