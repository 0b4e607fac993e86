using System.Text.Json;
using Azure.Storage.Queues;
using Homeward.Columns;
using Homeward.Pipeline.Summarise;
using Homeward.Submissions;

namespace Homeward.App.Deployments;

/// <summary>The messages that functions send each other. Each may be lost or come twice: the ledger knows what is to do.</summary>
sealed class Queues(Func<string, QueueClient> queue)
{
    public const string Landing = "landing-events";
    public const string Compute = "compute";
    public const string Summarise = "summarise";

    /// <summary>Where the Functions host puts what failed five times.</summary>
    public const string PoisonSuffix = "-poison";

    /// <summary>Where it puts manifests whose ingestion failed five times.</summary>
    public const string BlobPoison = "webjobs-blobtrigger-poison";

    public static IReadOnlyList<string> All { get; } =
        [Landing, Compute, Summarise, Landing + PoisonSuffix, Compute + PoisonSuffix, Summarise + PoisonSuffix, BlobPoison];

    public QueueClient this[string name] => queue(name);

    /// <summary>Makes the queues that are not there yet; in Azure, infra has made them.</summary>
    public async Task Create(CancellationToken cancel)
    {
        foreach (var name in All)
        {
            await queue(name).CreateIfNotExistsAsync(cancellationToken: cancel);
        }
    }

    /// <summary>Asks to look at an upload's provider again, in the form in which Event Grid tells of its manifest.</summary>
    public Task SendLanded(SubmissionIdentity identity, TimeSpan delay, CancellationToken cancel) =>
        Send(Landing, new LandingEventMessage(LandingEventMessage.SubjectOf(identity), LandingEventMessage.BlobCreated), delay, cancel);

    /// <param name="since">When the period first needed computing.</param>
    public Task SendCompute(Month period, DateTimeOffset since, TimeSpan delay, CancellationToken cancel) =>
        Send(Compute, new ComputeMessage(period.ToString(), since), delay, cancel);

    /// <param name="since">When a summary was first needed.</param>
    public Task SendSummarise(DateTimeOffset since, TimeSpan delay, CancellationToken cancel) =>
        Send(Summarise, new SummariseMessage(since), delay, cancel);

    async Task Send<T>(string name, T message, TimeSpan delay, CancellationToken cancel) =>
        await queue(name).SendMessageAsync(JsonSerializer.Serialize(message, JsonSerializerOptions.Web), delay, timeToLive: null, cancel);
}

/// <summary>A period is to be computed.</summary>
sealed record ComputeMessage(string Period, DateTimeOffset Since);

/// <summary>The parts of an Event Grid event that are read.</summary>
/// <param name="Subject">Such as <c>/blobServices/default/containers/landing/blobs/RWR/2025-08/first/submission.csv</c>.</param>
sealed record LandingEventMessage(string? Subject, string? EventType)
{
    public const string BlobCreated = "Microsoft.Storage.BlobCreated";

    public const string SubjectPrefix = "/blobServices/default/containers/landing/blobs/";

    public static string SubjectOf(SubmissionIdentity identity) =>
        $"{SubjectPrefix}{identity.Provider}/{identity.Period}/{identity.Upload}/{Lake.LakePaths.Manifest}";
}
