using System.Text.Json;
using Homeward.Interop.Tests;

namespace Homeward.Infra.Tests.Templates;

/// <summary>What one template declares, as engines/bicep.mjs reads it.</summary>
sealed class BicepFile
{
    static readonly Lazy<NodeEngine> Engine = new(() => new NodeEngine("bicep.mjs"));

    readonly JsonElement content;

    BicepFile(JsonElement content) => this.content = content;

    public static BicepFile Read(params ReadOnlySpan<string> parts) => new(Engine.Value.Ask(new { path = Repository.PathOf(["infra", .. parts]) }));

    public IReadOnlyList<string> Errors => Texts(content.GetProperty("errors"));

    public IReadOnlyList<BicepResource> Resources => [.. content.GetProperty("resources").EnumerateArray().Select(BicepResource.Of)];

    public IReadOnlyList<string> Outputs => Texts(content.GetProperty("outputs"));

    /// <summary>The value of a variable.</summary>
    public JsonElement Var(string name) => content.GetProperty("vars").GetProperty(name);

    /// <summary>The default of a parameter.</summary>
    public JsonElement Param(string name) => content.GetProperty("params").GetProperty(name);

    public IReadOnlyList<string> Params => [.. content.GetProperty("params").EnumerateObject().Select(param => param.Name)];

    /// <summary>The names of what a module is given.</summary>
    public IReadOnlyList<string> PassedTo(string module) =>
        [.. content.GetProperty("modules").GetProperty(module).GetProperty("params").EnumerateObject().Select(param => param.Name)];

    public static IReadOnlyList<string> Texts(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetString()!)];
}

/// <param name="Type">Without API version, such as <c>Microsoft.Web/sites</c>.</param>
/// <param name="Existing">Declared elsewhere, only referred to.</param>
/// <param name="Text">As written.</param>
sealed record BicepResource(string Name, string Type, bool Existing, string Text, JsonElement Body)
{
    public static BicepResource Of(JsonElement json) => new(
        json.GetProperty("name").GetString()!, json.GetProperty("type").GetString()!, json.GetProperty("existing").GetBoolean(), json.GetProperty("text").GetString()!, json.GetProperty("body"));

    /// <summary>A value of the body by path, such as <c>properties.isHnsEnabled</c>.</summary>
    public JsonElement At(string path) => path.Split('.').Aggregate(Body, (at, part) => at.GetProperty(part));
}
