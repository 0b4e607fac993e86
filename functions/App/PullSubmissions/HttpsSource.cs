using Homeward.App.Deployments;
using Homeward.App.Submit;
using Homeward.Columns;
using Homeward.Reference;
using Homeward.Submissions;

namespace Homeward.App.PullSubmissions;

/// <summary>A zip per month at an HTTPS address that holds <c>{period}</c>, such as <c>https://trust.example/homeward/{period}.zip</c>.</summary>
/// <remarks>The last three months are asked for. The upload is named after its content.</remarks>
sealed class HttpsSource(PullSource source, HttpsDownload download)
{
    public const string Placeholder = "{period}";

    const int Months = 3;

    public async Task<IReadOnlyList<SubmissionIdentity>> Pull(Deployment deployment, DateOnly today, CancellationToken cancel)
    {
        if (!source.Address.StartsWith("https://", StringComparison.Ordinal) || !source.Address.Contains(Placeholder, StringComparison.Ordinal))
        {
            throw new PullException($"its address must start with https:// and hold {Placeholder}");
        }

        var landed = new List<SubmissionIdentity>();
        for (var period = Month.Of(today) - Months; period < Month.Of(today); period += 1)
        {
            if (await Pull(deployment, period, cancel) is { } submission)
            {
                landed.Add(submission);
            }
        }

        return landed;
    }

    async Task<SubmissionIdentity?> Pull(Deployment deployment, Month period, CancellationToken cancel)
    {
        var address = new Uri(source.Address.Replace(Placeholder, period.ToString(), StringComparison.Ordinal));
        var package = await PulledPackage.Find(deployment, source.Provider, address.AbsoluteUri, cancel);
        if (await download.Fetch(address, package.Version, cancel) is not var (zip, etag))
        {
            return null;
        }

        if (!zip.AsSpan().StartsWith("PK"u8))
        {
            throw new PullException("what it sends is not a readable zip");
        }

        var files = PulledZip.Files(() => new MemoryStream(zip, writable: false));
        var hash = await PackageHash.Of(files, cancel);
        return await package.Land(new(source.Provider, period, "pull-" + PackageHash.Short(hash)), hash, etag, files, cancel);
    }
}
