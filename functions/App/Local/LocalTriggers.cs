using Homeward.App.Deployments;

namespace Homeward.App.Local;

/// <summary>Stands in for the Functions host on a laptop: the same function.json files, the same payloads, the same endpoints.</summary>
sealed partial class LocalTriggers(
    IReadOnlyList<FunctionFile> functions, Func<string, StorageConnection> connection, Uri address, LocalOptions options, TimeProvider clock, ILogger log)
{
    static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);

    public async Task Run(CancellationToken cancel)
    {
        using var http = new HttpClient { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
        var host = new HostCall(http, clock);
        await Task.WhenAll(functions.Where(function => function.Type != "httpTrigger").Select(function => KeepRunning(function, host, cancel)));
    }

    /// <summary>Storage may go away and come back: a trigger starts again.</summary>
    async Task KeepRunning(FunctionFile function, HostCall host, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await Once(function, host, cancel);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is Azure.RequestFailedException or AggregateException or IOException or HttpRequestException)
            {
                StartsAgain(log, function.Name, e.GetType().Name);
                await Task.Delay(AfterTrouble, CancellationToken.None);
            }
        }
    }

    Task Once(FunctionFile function, HostCall host, CancellationToken cancel)
    {
        switch (function.Type)
        {
            case "blobTrigger":
                var blobs = connection(function.Text("connection")!).Blobs();
                var blobPoison = connection("AzureWebJobsStorage").Queue(Queues.BlobPoison);
                return new BlobTrigger(function, blobs, blobPoison, host, options, log).Run(cancel);
            case "queueTrigger":
                var storage = connection(function.Text("connection")!);
                var name = function.Text("queueName")!;
                return new QueueTrigger(function, storage.Queue(name), storage.Queue(name + Queues.PoisonSuffix), host, options, clock, log).Run(cancel);
            case "timerTrigger":
                return new TimerTrigger(function, host, clock).Run(cancel);
            default:
                throw new SettingsException($"{function.Name}/function.json has a {function.Type}, which cannot be run here.");
        }
    }

    [LoggerMessage(LogLevel.Warning, "The trigger of {Function} starts again after {Trouble}")]
    static partial void StartsAgain(ILogger logger, string function, string trouble);
}
