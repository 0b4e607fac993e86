using System.Net;
using System.Net.Http.Headers;

namespace Homeward.App.PullSubmissions;

/// <summary>Fetches one file over HTTPS: only when it changed, up to a size, going on where a connection broke.</summary>
/// <param name="http">Does not follow redirects by itself.</param>
/// <param name="secret">A token, sent as bearer; or a header line such as <c>x-api-key: …</c>.</param>
sealed class HttpsDownload(HttpClient http, string? secret, long maxBytes)
{
    const int Attempts = 5;
    const int Redirects = 5;

    /// <summary>Null where the source has it in this version only, or not at all.</summary>
    /// <param name="known">The version that was fetched last.</param>
    public async Task<(byte[] Bytes, string? ETag)?> Fetch(Uri address, string? known, CancellationToken cancel)
    {
        using var body = new MemoryStream();
        EntityTagHeaderValue? version = null;
        for (var attempt = 1; ; attempt++)
        {
            using var answer = await Send(address, known, body.Length, version, cancel);
            if (answer.StatusCode is HttpStatusCode.NotModified or HttpStatusCode.NotFound)
            {
                return null;
            }

            if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.PartialContent))
            {
                throw new PullException($"the source answered {(int)answer.StatusCode}");
            }

            if (answer.StatusCode == HttpStatusCode.OK)
            {
                body.SetLength(0);
                version = answer.Headers.ETag;
            }
            else if (answer.Content.Headers.ContentRange?.From != body.Length)
            {
                throw new PullException("the source went on in another place than asked for");
            }

            if (await Read(answer, body, cancel))
            {
                return (body.ToArray(), version?.ToString());
            }

            if (attempt == Attempts)
            {
                throw new PullException($"the connection broke {Attempts} times");
            }
        }
    }

    /// <summary>False where the connection broke; what came is kept.</summary>
    async Task<bool> Read(HttpResponseMessage answer, MemoryStream body, CancellationToken cancel)
    {
        if (body.Length + (answer.Content.Headers.ContentLength ?? 0) > maxBytes)
        {
            throw TooLarge();
        }

        try
        {
            await using var stream = await answer.Content.ReadAsStreamAsync(cancel);
            var buffer = new byte[81920];
            for (int read; (read = await stream.ReadAsync(buffer, cancel)) > 0;)
            {
                await body.WriteAsync(buffer.AsMemory(0, read), cancel);
                if (body.Length > maxBytes)
                {
                    throw TooLarge();
                }
            }

            return true;
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            return false;
        }
    }

    PullException TooLarge() => new($"the file is larger than {maxBytes:N0} bytes");

    /// <summary>Redirects are followed on the same host only: the secret goes nowhere else.</summary>
    async Task<HttpResponseMessage> Send(Uri address, string? known, long have, EntityTagHeaderValue? version, CancellationToken cancel)
    {
        for (var (at, redirects) = (address, 0); redirects <= Redirects; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, at);
            Authorise(request);
            if (have > 0 && version is { IsWeak: false })
            {
                request.Headers.Range = new RangeHeaderValue(have, null);
                request.Headers.IfRange = new RangeConditionHeaderValue(version);
            }
            else if (known is not null)
            {
                request.Headers.TryAddWithoutValidation("If-None-Match", known);
            }

            var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            if ((int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308))
            {
                return answer;
            }

            var to = answer.Headers.Location is { } location ? new Uri(at, location) : throw new PullException("the source redirects without saying where");
            answer.Dispose();
            at = to.Scheme == Uri.UriSchemeHttps && to.Authority == address.Authority ? to : throw new PullException("the source redirects to another host");
        }

        throw new PullException($"the source redirects more than {Redirects} times");
    }

    void Authorise(HttpRequestMessage request)
    {
        var colon = secret?.IndexOf(": ", StringComparison.Ordinal) ?? -1;
        if (colon > 0)
        {
            request.Headers.TryAddWithoutValidation(secret![..colon], secret[(colon + 2)..]);
        }
        else if (secret is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        }
    }
}
