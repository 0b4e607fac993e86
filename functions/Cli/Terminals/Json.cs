using System.Text.Json;
using System.Text.Json.Serialization;

namespace Homeward.Cli.Terminals;

/// <summary>The one document that a command prints with <c>--json</c>.</summary>
static class Json
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(TextWriter to, object document) => to.WriteLine(JsonSerializer.Serialize(document, Options));
}
