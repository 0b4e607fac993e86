using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Homeward.App.IngestSubmission;
using Homeward.Columns;
using Homeward.Lake;
using Homeward.Reference;
using Homeward.Submissions;

namespace Homeward.App.PullSubmissions;

/// <summary>A zip per month at an HTTPS address that holds <c>{period}</c>, such as <c>https://trust.example/homeward/{period}.zip</c>.</summary>
/// <remarks>The last three months are asked for. The upload is named after the zip's content, so that each content lands once.</remarks>
sealed class HttpsSource(PullSource source, HttpsDownload download)
{
    public const string Placeholder = "{period}";

    const int Months = 3;

    public async Task<IReadOnlyList<SubmissionIdentity>> Pull(ILakeStore store, DateOnly today, CancellationToken cancel)
    {
        if (!source.Address.StartsWith("https://", StringComparison.Ordinal) || !source.Address.Contains(Placeholder, StringComparison.Ordinal))
        {
            throw new PullException($"its address must start with https:// and hold {Placeholder}");
        }

        var landed = new List<SubmissionIdentity>();
        for (var period = Month.Of(today) - Months; period < Month.Of(today); period += 1)
        {
            if (await Pull(store, period, cancel) is { } submission)
            {
                landed.Add(submission);
            }
        }

        return landed;
    }

    async Task<SubmissionIdentity?> Pull(ILakeStore store, Month period, CancellationToken cancel)
    {
        var address = new Uri(source.Address.Replace(Placeholder, period.ToString(), StringComparison.Ordinal));
        var memory = LakePath.Of(Zone.Restricted, "_pull", source.Provider, $"{Short(Encoding.UTF8.GetBytes(address.AbsoluteUri))}.json");
        var known = await store.Get(memory, cancel) is { } file ? JsonSerializer.Deserialize<Fetched>(file.Bytes) : null;
        if (await download.Fetch(address, known?.ETag, cancel) is not var (zip, etag))
        {
            return null;
        }

        var submission = IngestSubmissionFunction.Identity(source.Provider, period.ToString(), "pull-" + Short(zip))!;
        if (!zip.AsSpan().StartsWith("PK"u8))
        {
            throw new PullException("what it sends is not a readable zip");
        }

        var landed = await PulledZip.Land(store, submission, zip, cancel);
        await store.Put(memory, JsonSerializer.SerializeToUtf8Bytes(new Fetched(etag)), cancel);
        return landed ? submission : null;
    }

    static string Short(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];

    sealed record Fetched(string? ETag);
}
