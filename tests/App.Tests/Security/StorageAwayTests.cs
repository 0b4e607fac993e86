using System.Net;
using System.Text.Json;
using Azure;
using Homeward.App.Deployments;
using Homeward.App.Tests.Running;
using Homeward.Pipeline.Ingest;
using Homeward.Pipeline.Tests.Uploads;
using Homeward.Submissions.Curated;

namespace Homeward.App.Tests.Security;

/// <summary>The storage goes away while the app runs.</summary>
[Collection(AzuriteTests.Name)]
public sealed class StorageAwayTests(AzuriteFixture azurite) : IDisposable
{
    /// <summary>Nobody listens there.</summary>
    const string Nowhere = "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=c2VjcmV0;BlobEndpoint=http://127.0.0.1:1/a;QueueEndpoint=http://127.0.0.1:1/a;TableEndpoint=http://127.0.0.1:1/a";

    readonly SmallWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task HttpFunction_StorageIsAway_Answers503AndSaysToTryAgain()
    {
        var away = StorageConnection.FromConnectionString("AzureWebJobsStorage", Nowhere);
        await using var app = await RunningApp.Start(
            azurite.Account(), world, _ => Deployment.Of(away, away, PseudonymKeys.Demo, TimeProvider.System, new IngestOptions("test")));
        using var answer = await app.Ask(HttpMethod.Get, "/api/submissions");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(10), answer.Headers.RetryAfter?.Delta);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.StartsWith("The storage of this app does not answer", json.RootElement.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Single(app.Log.All, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains("GET /api/submissions was answered 503: the storage does not listen", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(429, true)]
    [InlineData(500, true)]
    [InlineData(503, true)]
    [InlineData(403, false)]
    [InlineData(404, false)]
    [InlineData(412, false)]
    public void IsAway_AnswersOfStorage_AreWorthTryingAgainOrNot(int status, bool away)
    {
        var failed = new RequestFailedException(status, "");
        Assert.Equal((away, away), (StorageTrouble.IsAway(failed), StorageTrouble.IsAway(new AggregateException(failed, failed))));
    }
}
