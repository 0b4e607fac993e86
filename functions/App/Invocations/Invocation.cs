using System.Text.Json;

namespace Homeward.App.Invocations;

/// <summary>What the Functions host posts for one event: trigger data and metadata by name.</summary>
/// <remarks>
/// https://learn.microsoft.com/azure/azure-functions/functions-custom-handlers#request-payload. The host writes texts as JSON within
/// JSON (Azure/azure-functions-host#5815); the documentation's examples show them plain. Both are read.
/// </remarks>
public sealed class Invocation
{
    readonly JsonElement data;
    readonly JsonElement metadata;

    Invocation(JsonElement data, JsonElement metadata) => (this.data, this.metadata) = (data, metadata);

    /// <exception cref="InvalidInvocationException">Not JSON, or without Data.</exception>
    public static async Task<Invocation> Read(Stream body, CancellationToken cancel)
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(body, cancellationToken: cancel);
            var root = json.RootElement.Clone();
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("Data", out var data)
                ? new Invocation(data, root.TryGetProperty("Metadata", out var metadata) ? metadata : default)
                : throw new InvalidInvocationException("The request has no Data: expected the payload that the Functions host posts.");
        }
        catch (JsonException e)
        {
            throw new InvalidInvocationException("The request is not JSON: expected the payload that the Functions host posts.", e);
        }
    }

    /// <summary>The trigger's value, such as a queue message; objects come as their JSON.</summary>
    public string? Data(string binding) => Text(data, binding);

    /// <summary>A metadata value, such as a part of a blob's path.</summary>
    public string? Metadata(string name) => Text(metadata, name);

    static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? Unwrap(value) : null;

    static string? Unwrap(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            return value.GetRawText();
        }

        var text = value.GetString()!;
        return text is ['"', .., '"'] && TryParseText(text, out var inner) ? inner : text;
    }

    static bool TryParseText(string text, out string? inner)
    {
        try
        {
            inner = JsonSerializer.Deserialize<string>(text);
            return true;
        }
        catch (JsonException)
        {
            inner = null;
            return false;
        }
    }
}

/// <summary>The request is none that the Functions host sends.</summary>
public sealed class InvalidInvocationException(string message, Exception? inner = null) : Exception(message, inner);
