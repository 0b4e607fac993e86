using System.Net;
using System.Text.Json;
using Homeward.App.Deployments;
using Homeward.App.Local;
using Homeward.App.Tests.Running;
using Homeward.Lake;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.App.Tests.Callers;

/// <summary>Reference data that contradicts itself: nobody gets an answer that is none, and operators read which file and line it is.</summary>
[Collection(AzuriteTests.Name)]
public sealed class UnusableReferenceTests(AzuriteFixture azurite) : IDisposable
{
    static readonly LakePath Callers = LakePath.Parse("reference/callers.csv");

    static readonly byte[] Bad = "object_id,role,org_code,collaborative\n33333333-0000-0000-0000-000000000001,CaseManager,,\n"u8.ToArray();

    readonly SmallWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task LoadReference_FolderIsWrong_SaysFileAndLineAndKeepsWhatTheLakeHas()
    {
        await using var app = await RunningApp.Start(azurite.Account(), world);
        await File.WriteAllBytesAsync(Path.Combine(world.ReferenceFolder, "callers.csv"), Bad);
        var refused = await Assert.ThrowsAsync<SettingsException>(() => Laptop.LoadReference(world.ReferenceFolder, app.Deployment.Store, CancellationToken.None));
        Assert.Contains("callers.csv line 2", refused.Message, StringComparison.Ordinal);
        Assert.Contains("start again", refused.Message, StringComparison.Ordinal);
        Assert.Null(await app.Deployment.Store.Get(Callers));
    }

    [Fact]
    public async Task Reference_GoesWrongInTheLake_CountsAsBeforeAndHealthSaysWhy()
    {
        await using var app = await RunningApp.Start(azurite.Account(), world);
        Assert.Equal("healthy", (await app.Json("/api/health")).GetProperty("status").GetString());
        await app.Deployment.Store.Put(Callers, Bad);
        Assert.Equal(HttpStatusCode.OK, (await app.Ask(HttpMethod.Get, "/api/submissions")).StatusCode);
        var health = await app.Json("/api/health");
        Assert.Equal("attention", health.GetProperty("status").GetString());
        Assert.Contains("callers.csv line 2", health.GetProperty("referenceProblem").GetString(), StringComparison.Ordinal);
        Assert.Single(app.Log.All, line => line.Contains("Needs a person", StringComparison.Ordinal) && line.Contains("callers.csv line 2", StringComparison.Ordinal));

        await app.Deployment.Store.Delete(Callers);
        Assert.Equal("healthy", (await app.Json("/api/health")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Reference_WasNeverRight_AnswersWithASentence()
    {
        await using var app = await RunningApp.Start(azurite.Account(), world);
        await app.Deployment.Store.Put(Callers, Bad);
        using var keyless = await app.Http.GetAsync(new Uri("/api/submissions", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, keyless.StatusCode);
        using var answer = await app.Ask(HttpMethod.Get, "/api/submissions");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("reference data", await Error(answer), StringComparison.Ordinal);
        using var health = await app.Ask(HttpMethod.Get, "/api/health");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        Assert.Contains("callers.csv line 2", await health.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var seen = await app.Http.GetAsync(new Uri("/api/health", UriKind.Relative));
        Assert.Equal("{\"status\":\"attention\"}", await seen.Content.ReadAsStringAsync());
    }

    static async Task<string?> Error(HttpResponseMessage answer)
    {
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("error").GetString();
    }
}
