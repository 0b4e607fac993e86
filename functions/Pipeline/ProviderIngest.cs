using Homeward.Pipeline.Ingest;
using Homeward.Pipeline.Packages;

namespace Homeward.Pipeline;

/// <summary>One provider's uploads, one after the other in the order received. A zip that cannot be read does not stop the others.</summary>
sealed class ProviderIngest(IngestJob ingest)
{
    public List<IngestResult> Ingested { get; } = [];

    public List<UnreadableUpload> Unreadable { get; } = [];

    public async Task Run(IEnumerable<FoundUpload> uploads, Action<string> judged, CancellationToken cancel)
    {
        var received = new List<(DateTimeOffset Received, FoundUpload Upload)>();
        foreach (var upload in uploads)
        {
            await Try(upload, async () => received.Add((ingest.Received(upload.Identity, await upload.Pin(cancel)), upload)));
        }

        foreach (var (_, upload) in received.OrderBy(u => u.Received)
            .ThenBy(u => u.Upload.Identity.Period).ThenBy(u => u.Upload.Identity.Upload, StringComparer.Ordinal))
        {
            await Try(upload, async () => Ingested.Add(await ingest.Run(upload.Identity, upload.Pin, cancel)));
            judged(upload.Identity.Id);
        }
    }

    async Task Try(FoundUpload upload, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (PackageException e)
        {
            Unreadable.Add(new(upload.Identity, e.Message));
        }
    }
}
