using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Homeward.Cli.Terminals;

namespace Homeward.Cli.Remote;

/// <summary>Talks to a function app over HTTP, as whom the environment says.</summary>
sealed class AppClient : IDisposable
{
    /// <summary>The key that the app on a laptop prints at its start.</summary>
    public const string KeyVariable = "HOMEWARD_KEY";

    /// <summary>A bearer token, for an app in Azure that has people sign in.</summary>
    public const string TokenVariable = "HOMEWARD_TOKEN";

    /// <summary>How often an app whose storage is away is asked again, after as long as it says: it was sent nothing by that.</summary>
    const int MostAttempts = 6;

    readonly HttpClient http;

    /// <exception cref="InputException">The address is none, would send patients' data unencrypted, or there is no key.</exception>
    public AppClient(string address, Terminal terminal)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var at) || at.Scheme is not ("https" or "http"))
        {
            throw new InputException($"'{address}' is no address: expected one such as https://homeward.example or http://127.0.0.1:7071.");
        }

        if (at.Scheme == "http" && !at.IsLoopback)
        {
            throw new InputException($"{at} would carry patients' data unencrypted: use https. (http is for an app on this machine.)");
        }

        // A redirect could carry files and key elsewhere.
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(at.AbsoluteUri.TrimEnd('/') + "/"),
            Timeout = TimeSpan.FromMinutes(30),
        };
        if (terminal.Environment(TokenVariable) is { Length: > 0 } token)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
        else if (terminal.Environment(KeyVariable) is { Length: > 0 } key)
        {
            http.DefaultRequestHeaders.Add("x-homeward-key", key);
        }
        else
        {
            http.Dispose();
            throw new InputException($"Say who you are: set {KeyVariable} to the key that the app printed at its start, or {TokenVariable} to a token of the deployment.");
        }
    }

    /// <exception cref="InputException">The app refused, or cannot be reached.</exception>
    public async Task<JsonElement> Post(string path, HttpContent? body, CancellationToken cancel) =>
        Json(await Send(HttpMethod.Post, path, body, cancel) ?? throw Refused(404, ""));

    /// <summary>Null where there is no such thing, or none yet.</summary>
    /// <exception cref="InputException">The app refused, or cannot be reached.</exception>
    public async Task<JsonElement?> Get(string path, CancellationToken cancel) =>
        await Download(path, cancel) is { } bytes ? Json(bytes) : null;

    /// <summary>Null where there is no such thing, or none yet.</summary>
    /// <exception cref="InputException">The app refused, or cannot be reached.</exception>
    public Task<byte[]?> Download(string path, CancellationToken cancel) => Send(HttpMethod.Get, path, null, cancel);

    public void Dispose() => http.Dispose();

    async Task<byte[]?> Send(HttpMethod method, string path, HttpContent? body, CancellationToken cancel)
    {
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                using var request = new HttpRequestMessage(method, path) { Content = body };
                using var answer = await http.SendAsync(request, cancel);
                var bytes = await answer.Content.ReadAsByteArrayAsync(cancel);
                if (answer.IsSuccessStatusCode)
                {
                    return bytes;
                }

                if (answer.StatusCode == HttpStatusCode.NotFound && method == HttpMethod.Get)
                {
                    return null;
                }

                if (answer.StatusCode != HttpStatusCode.ServiceUnavailable || answer.Headers.RetryAfter?.Delta is not { } delay
                    || method != HttpMethod.Get || attempt == MostAttempts)
                {
                    throw Refused((int)answer.StatusCode, Error(bytes));
                }

                await Task.Delay(delay, cancel);
            }
        }
        catch (HttpRequestException e)
        {
            throw new InputException($"{http.BaseAddress} cannot be reached ({e.HttpRequestError}): is the app running there? Sending the same again is safe.");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new InputException($"{http.BaseAddress} did not answer within {http.Timeout.TotalMinutes:0} minutes. Sending the same again is safe.");
        }
    }

    InputException Refused(int status, string why) =>
        new($"{http.BaseAddress} answered {status}{(why.Length > 0 ? $": {why}" : status is >= 300 and < 400 ? ": a redirect, which is not followed; give the app's own address." : ".")}");

    JsonElement Json(byte[] bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new InputException($"{http.BaseAddress} answered something that is not Homeward's: check the address.");
        }
    }

    static string Error(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("error", out var error) ? error.GetString() ?? "" : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }
}
