using Homeward.App.Deployments;
using Homeward.Pipeline.Tests.Faults;

namespace Homeward.Faults;

/// <summary>Somebody who reads all the time, every version of every file that a look finds.</summary>
sealed class Reader(Deployment deployment) : IAsyncDisposable
{
    readonly WholeFiles whole = new();
    readonly HashSet<string> versions = new(StringComparer.Ordinal);
    readonly CancellationTokenSource stop = new();
    Task reading = Task.CompletedTask;
    int files;

    public static Reader Start(Deployment deployment)
    {
        var reader = new Reader(deployment);
        reader.reading = Task.Run(reader.Loop);
        return reader;
    }

    /// <summary>Stops, and fails where anything half-written was seen, or nothing at all.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await reading;
        stop.Dispose();
        Assert.True(files > 0, "the reader saw no file");
    }

    async Task Loop()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                files += await whole.Check(deployment.Store, entry => versions.Add($"{entry.Path} {entry.ETag}"));
            }
            catch (Exception e) when (e is Azure.RequestFailedException or AggregateException)
            {
                // The storage is away.
            }

            await Task.Delay(30);
        }
    }
}
