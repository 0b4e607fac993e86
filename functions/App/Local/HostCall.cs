using System.Globalization;
using System.Text.Json;

namespace Homeward.App.Local;

/// <summary>Posts events to the functions in the form in which the Functions host posts them.</summary>
sealed class HostCall(HttpClient http, TimeProvider clock)
{
    /// <summary>False where the function failed.</summary>
    public async Task<bool> Post(FunctionFile function, object? data, IReadOnlyDictionary<string, object?> metadata, CancellationToken cancel)
    {
        var payload = new
        {
            Data = new Dictionary<string, object?> { [function.Text("name")!] = data },
            Metadata = new Dictionary<string, object?>(metadata)
            {
                ["sys"] = new { MethodName = function.Name, UtcNow = clock.GetUtcNow().ToString("o", CultureInfo.InvariantCulture) },
            },
        };
        try
        {
            using var body = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(payload));
            body.Headers.ContentType = new("application/json");
            using var answer = await http.PostAsync(new Uri("/" + function.Name, UriKind.Relative), body, cancel);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Texts stand as JSON within JSON.</summary>
    public static string Quoted(string text) => JsonSerializer.Serialize(text);
}
