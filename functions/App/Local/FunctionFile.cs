using System.Text.Json;

namespace Homeward.App.Local;

/// <summary>One function as its <c>function.json</c> declares it.</summary>
/// <param name="Name">The name of its folder.</param>
/// <param name="Trigger">Its trigger binding.</param>
sealed record FunctionFile(string Name, JsonElement Trigger)
{
    public string Type => Text("type")!;

    /// <summary>A setting of the trigger; null where it has none.</summary>
    public string? Text(string setting) => Trigger.TryGetProperty(setting, out var value) ? value.GetString() : null;

    /// <summary>Every function of the app, by name.</summary>
    /// <param name="folder">Where <c>host.json</c> lies.</param>
    public static IReadOnlyList<FunctionFile> Read(string folder)
    {
        var files = Directory.EnumerateDirectories(folder)
            .Select(function => Path.Combine(function, "function.json"))
            .Where(File.Exists)
            .Order(StringComparer.Ordinal);
        return [.. files.Select(ReadOne)];
    }

    static FunctionFile ReadOne(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        var trigger = json.RootElement.GetProperty("bindings").EnumerateArray()
            .Single(binding => binding.GetProperty("type").GetString()!.EndsWith("Trigger", StringComparison.Ordinal));
        return new FunctionFile(Path.GetFileName(Path.GetDirectoryName(path))!, trigger.Clone());
    }
}
