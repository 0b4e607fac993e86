using Homeward.Pipeline.Ingest;

namespace Homeward.Pipeline;

/// <summary>One provider's uploads, one after the other in the order received.</summary>
sealed class ProviderIngest(IngestJob ingest)
{
    public List<IngestResult> Ingested { get; } = [];

    public async Task Run(IEnumerable<FoundUpload> uploads, Action<string> judged, CancellationToken cancel)
    {
        var received = new List<(DateTimeOffset Received, FoundUpload Upload)>();
        foreach (var upload in uploads)
        {
            received.Add((ingest.Received(upload.Identity, await upload.Pin(cancel)), upload));
        }

        foreach (var (_, upload) in received.OrderBy(u => u.Received)
            .ThenBy(u => u.Upload.Identity.Period).ThenBy(u => u.Upload.Identity.Upload, StringComparer.Ordinal))
        {
            Ingested.Add(await ingest.Run(upload.Identity, upload.Pin, cancel));
            judged(upload.Identity.Id);
        }
    }
}
