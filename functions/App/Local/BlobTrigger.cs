using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Homeward.App.Local;

/// <summary>Watches a container as Event Grid would: every new or changed blob that fits the path is an event, also those that lay there before.</summary>
/// <remarks>No receipts: whoever starts again gets every event again, and the ledger tells what was done.</remarks>
sealed partial class BlobTrigger(FunctionFile function, BlobServiceClient blobs, QueueClient poison, HostCall host, LocalOptions options, ILogger log)
{
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>What is larger is a data file by mistake: its event comes without its text.</summary>
    const long LargestText = 1 << 20;

    readonly Regex path = PathPattern(function.Text("path")!);
    readonly string container = function.Text("path")!.Split('/')[0];
    readonly Dictionary<string, string> seen = new(StringComparer.Ordinal);

    public async Task Run(CancellationToken cancel)
    {
        var working = new HashSet<Task>();
        while (true)
        {
            var (looked, waited) = (Stopwatch.GetTimestamp(), TimeSpan.Zero);
            await foreach (var blob in blobs.GetBlobContainerClient(container).GetBlobsAsync(cancellationToken: cancel))
            {
                var name = $"{container}/{blob.Name}";
                var version = blob.Properties.ETag.ToString()!;
                if (path.Match(name) is { Success: true } match && seen.GetValueOrDefault(name) != version)
                {
                    seen[name] = version;
                    for (var full = Stopwatch.GetTimestamp(); working.Count >= options.Parallel; waited += Stopwatch.GetElapsedTime(full), full = Stopwatch.GetTimestamp())
                    {
                        await Task.WhenAny(working);
                        await Finished(working);
                    }

                    working.Add(Handle(blob.Name, blob.Properties.ContentLength ?? 0, match, cancel));
                }
            }

            // Where much lies there, looking must not be all that the emulator is kept busy with.
            var pause = 4 * (Stopwatch.GetElapsedTime(looked) - waited);
            await Finished(working);
            await Task.Delay(pause < options.Poll ? options.Poll : pause < Longest ? pause : Longest, cancel);
        }
    }

    /// <summary>Takes out what has ended; passes on what went wrong.</summary>
    public static async Task Finished(HashSet<Task> working)
    {
        foreach (var task in working.Where(task => task.IsCompleted).ToList())
        {
            working.Remove(task);
            await task;
        }
    }

    /// <summary>A path with its placeholders, such as <c>landing/{provider}/submission.csv</c>, each one part of a name.</summary>
    public static Regex PathPattern(string path)
    {
        var pattern = Placeholder().Replace(Regex.Escape(path).Replace("}", "\\}", StringComparison.Ordinal), "(?<$1>[^/]+)");
        return new Regex($@"\A{pattern}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    async Task Handle(string name, long length, Match match, CancellationToken cancel)
    {
        var blob = blobs.GetBlobContainerClient(container).GetBlobClient(name);
        var metadata = match.Groups.Keys.Where(key => !char.IsDigit(key[0])).ToDictionary(key => key, key => (object?)HostCall.Quoted(match.Groups[key].Value));
        metadata["Uri"] = HostCall.Quoted(blob.Uri.AbsoluteUri);
        for (var attempt = 1; attempt <= options.Attempts; attempt++)
        {
            try
            {
                var text = length > LargestText ? "" : Encoding.UTF8.GetString((await blob.DownloadContentAsync(cancel)).Value.Content);
                if (await host.Post(function, HostCall.Quoted(text), metadata, cancel))
                {
                    return;
                }
            }
            catch (Azure.RequestFailedException e) when (e.Status == 404)
            {
                return;
            }
            catch (Azure.RequestFailedException)
            {
                Unreachable(log, function.Name);
            }

            await Task.Delay(options.RetryAfter, cancel);
        }

        PutAside(log, function.Name, options.Attempts);
        await poison.SendMessageAsync($"{{\"FunctionId\":\"{function.Name}\",\"BlobName\":{HostCall.Quoted(name)},\"ContainerName\":\"{container}\"}}", cancel);
    }

    [GeneratedRegex(@"\\\{([a-z]+)\\\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    [LoggerMessage(LogLevel.Error, "{Function} failed {Attempts} times on one file: it is put aside")]
    static partial void PutAside(ILogger logger, string function, int attempts);

    [LoggerMessage(LogLevel.Warning, "{Function}: the storage cannot be reached, tried again")]
    static partial void Unreachable(ILogger logger, string function);
}
