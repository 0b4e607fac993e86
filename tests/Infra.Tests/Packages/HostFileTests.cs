using System.Text.Json;
using System.Text.RegularExpressions;
using NCrontab;

namespace Homeward.Infra.Tests.Packages;

/// <summary>The rules of the published schemas: https://json.schemastore.org/host.json and https://json.schemastore.org/function.json.</summary>
public sealed partial class HostFileTests
{
    static readonly Dictionary<string, string[]> Triggers = new()
    {
        ["blobTrigger"] = ["name", "type", "direction", "path", "connection", "source"],
        ["queueTrigger"] = ["name", "type", "direction", "queueName", "connection"],
        ["timerTrigger"] = ["name", "type", "direction", "schedule"],
        ["httpTrigger"] = ["name", "type", "direction", "authLevel", "methods", "route"],
        ["http"] = ["name", "type", "direction"],
    };

    public static TheoryData<string> Functions =>
        [.. Directory.EnumerateFiles(Repository.PathOf("functions", "App"), "function.json", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal)).Select(file => Path.GetRelativePath(Repository.PathOf("functions", "App"), file))];

    [Fact]
    public void HostFile_ByItsSchema_IsValid()
    {
        var host = Read("host.json");
        Only(host, "version", "functionTimeout", "customHandler", "extensionBundle", "extensions", "logging");
        Assert.Equal("2.0", Text(host, "version"));
        Assert.Matches(Span(), Text(host, "functionTimeout"));

        var handler = host.GetProperty("customHandler");
        Only(handler, "description", "enableProxyingHttpRequest");
        Only(handler.GetProperty("description"), "defaultExecutablePath");
        Assert.True(handler.GetProperty("enableProxyingHttpRequest").GetBoolean());

        var bundle = host.GetProperty("extensionBundle");
        Only(bundle, "id", "version");
        Assert.Equal("Microsoft.Azure.Functions.ExtensionBundle", Text(bundle, "id"));
        Assert.Matches(@"^\[\d+\.\*, \d+\.\d+\.\d+\)$", Text(bundle, "version"));

        var extensions = host.GetProperty("extensions");
        Only(extensions, "http", "queues", "blobs");
        Only(extensions.GetProperty("http"), "routePrefix");
        Only(extensions.GetProperty("blobs"), "maxDegreeOfParallelism");
        var queues = extensions.GetProperty("queues");
        Only(queues, "maxDequeueCount", "visibilityTimeout", "batchSize", "newBatchThreshold", "messageEncoding");
        Assert.InRange(queues.GetProperty("batchSize").GetInt32(), 1, 32);
        Assert.InRange(queues.GetProperty("maxDequeueCount").GetInt32(), 1, 100);
        Assert.Matches(Span(), Text(queues, "visibilityTimeout"));
        Assert.Equal("base64", Text(queues, "messageEncoding"));
        Only(host.GetProperty("logging"), "logLevel", "applicationInsights");
    }

    /// <summary>Alerts read these: a sample would lose the one line that matters.</summary>
    [Fact]
    public void HostFile_SamplesNoTracesAndNoExceptions() =>
        Assert.Equal("Trace;Exception", Text(Read("host.json").GetProperty("logging").GetProperty("applicationInsights").GetProperty("samplingSettings"), "excludedTypes"));

    [Theory]
    [MemberData(nameof(Functions))]
    public void FunctionFile_ByItsSchema_IsValid(string path)
    {
        var function = Read(path);
        Only(function, "bindings");
        var bindings = function.GetProperty("bindings").EnumerateArray().ToList();
        Assert.Single(bindings, binding => Text(binding, "type").EndsWith("Trigger", StringComparison.Ordinal));
        Assert.Matches("^[A-Za-z][A-Za-z0-9_-]{0,127}$", Path.GetDirectoryName(path)!);
        foreach (var binding in bindings)
        {
            var type = Text(binding, "type");
            Assert.Equal(Triggers[type].Order(StringComparer.Ordinal), binding.EnumerateObject().Select(setting => setting.Name).Order(StringComparer.Ordinal));
            Assert.Equal(type == "http" ? "out" : "in", Text(binding, "direction"));
            Assert.Matches("^[A-Za-z][A-Za-z0-9_]*$", Text(binding, "name"));
        }

        var trigger = bindings.Single(binding => Text(binding, "type").EndsWith("Trigger", StringComparison.Ordinal));
        switch (Text(trigger, "type"))
        {
            case "timerTrigger":
                Assert.NotNull(CrontabSchedule.TryParse(Text(trigger, "schedule"), new CrontabSchedule.ParseOptions { IncludingSeconds = true }));
                break;
            case "httpTrigger":
                Assert.Contains(Text(trigger, "authLevel"), new[] { "anonymous", "function", "admin" });
                Assert.All(trigger.GetProperty("methods").EnumerateArray(), method => Assert.Contains(method.GetString(), new[] { "get", "post", "delete", "head", "patch", "put", "options" }));
                Assert.Single(bindings, binding => Text(binding, "type") == "http");
                break;
            case "blobTrigger":
                Assert.Contains(Text(trigger, "source"), new[] { "EventGrid", "LogsAndContainerScan" });
                break;
            default:
                Assert.Matches("^[a-z0-9](?:-?[a-z0-9]){2,62}$", Text(trigger, "queueName"));
                break;
        }
    }

    static void Only(JsonElement found, params string[] allowed) => Assert.Empty(found.EnumerateObject().Select(part => part.Name).Except(allowed));

    static string Text(JsonElement parent, string name) => parent.GetProperty(name).GetString()!;

    static JsonElement Read(string path) => JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf("functions", "App", path))).RootElement;

    [GeneratedRegex(@"^\d\d:\d\d:\d\d$")]
    private static partial Regex Span();
}
