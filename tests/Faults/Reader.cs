using Homeward.App.Deployments;
using Homeward.Columns.Parquet;
using Homeward.Lake;

namespace Homeward.Faults;

/// <summary>Somebody who reads all the time: every file that is there opens, and is whole.</summary>
sealed class Reader(Deployment deployment) : IAsyncDisposable
{
    static readonly LakeFolder[] Read = [.. new[] { Zone.Curated, Zone.Marts, Zone.Feedback, Zone.Published, Zone.Casework }.Select(zone => LakeFolder.Of(zone))];

    readonly CancellationTokenSource stop = new();
    Task reading = Task.CompletedTask;

    public int Files { get; private set; }

    public static Reader Start(Deployment deployment)
    {
        var reader = new Reader(deployment);
        reader.reading = Task.Run(reader.Loop);
        return reader;
    }

    /// <summary>Stops, and fails where anything half-written was seen.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await reading;
        stop.Dispose();
    }

    async Task Loop()
    {
        while (!stop.IsCancellationRequested)
        {
            foreach (var folder in Read)
            {
                await foreach (var entry in deployment.Store.List(folder))
                {
                    if (await deployment.Store.Get(entry.Path!.Value) is { } file)
                    {
                        Check(entry.Name, file.Bytes);
                        Files++;
                    }
                }
            }

            await Task.Delay(5);
        }
    }

    static void Check(string name, byte[] bytes)
    {
        if (name.EndsWith(".parquet", StringComparison.Ordinal))
        {
            Assert.True(ParquetReader.Open(bytes).Read().RowCount >= 0, name);
        }
        else if (name.EndsWith(".json", StringComparison.Ordinal))
        {
            using var json = System.Text.Json.JsonDocument.Parse(bytes);
        }
        else
        {
            Assert.True(bytes is [.., (byte)'\n'] or [.., (byte)'>'], name);
        }
    }
}
