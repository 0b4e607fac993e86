using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Homeward.App.Local;
using Homeward.Infra.Tests.Templates;
using Homeward.Lake;

namespace Homeward.Infra.Tests.Packages;

public sealed class AppPackageTests(AppPackage package) : IClassFixture<AppPackage>
{
    const string Timer = """{"Data":{"timer":{"Schedule":{"AdjustForDST":true}}},"Metadata":{}}""";

    static IReadOnlyList<FunctionFile> Functions => FunctionFile.Read(Repository.PathOf("functions", "App"));

    [Fact]
    public void Package_HoldsWhatTheFunctionsHostNeeds()
    {
        Assert.Equal(File.ReadAllBytes(Repository.PathOf("functions", "App", "host.json")), File.ReadAllBytes(Path.Combine(AppPackage.Folder, "host.json")));
        Assert.Equal(Functions.Select(function => function.Name), FunctionFile.Read(AppPackage.Folder).Select(function => function.Name));
        Assert.True(File.Exists(Path.Combine(AppPackage.Folder, "libcoreclr.so")), "self-contained: the host's machine has no .NET");
        Assert.False(File.Exists(Path.Combine(AppPackage.Folder, "local.settings.json")), "a person's settings do not travel");
        Assert.False(File.Exists(Path.Combine(AppPackage.Folder, "local.settings.sample.json")));
        if (!OperatingSystem.IsWindows())
        {
            Assert.True(File.GetUnixFileMode(Path.Combine(AppPackage.Folder, "Homeward.App")).HasFlag(UnixFileMode.UserExecute));
        }
    }

    /// <summary>
    /// invocation.json is in the form that the Functions host gives a blob event: texts as JSON within JSON
    /// (https://learn.microsoft.com/azure/azure-functions/functions-custom-handlers#request-payload, Azure/azure-functions-host#5815).
    /// </summary>
    [Fact]
    public async Task Handler_OnRecordedInvocations_WorksAMonthThroughAndWritesOnlyWhereTheTemplatesLetIt()
    {
        Assert.InRange(package.Start, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        var upload = AppPackage.Upload;
        var reference = await Names(Zone.Reference);
        Assert.Equal([$"{upload}: published"], await Invoke("IngestSubmission", await Recorded()));
        Assert.NotNull(await package.Lake.Get(LakePaths.Feedback(upload.Provider, upload.Period, upload.Upload).File("summary.json")));
        await Invoke("SweepLanding", Timer);
        await Invoke("CloseMonth", Timer);

        Assert.Equal(reference, await Names(Zone.Reference));
        Assert.NotEmpty(await Names(Zone.Marts));
        var access = BicepFile.Read("names.bicep").Var("zones").EnumerateArray().ToDictionary(zone => zone.GetProperty("name").GetString()!, zone => zone.GetProperty("access").GetString());
        Assert.Equal("read", access["reference"]);
        foreach (var zone in Enum.GetValues<Zone>().Where(zone => zone != Zone.Reference))
        {
            Assert.True((await Names(zone)).Count == 0 || access[zone.ToString().ToLowerInvariant()] == "write", zone.ToString());
        }
    }

    /// <summary>The name that infra/scripts/wire-events.sh probes with.</summary>
    [Fact]
    public async Task Handler_OnTheProbe_RefusesTheNameAndSucceeds()
    {
        var probe = (await Recorded()).Replace("RWR", "_probe", StringComparison.Ordinal).Replace("2025-08", "20261101T090000Z", StringComparison.Ordinal);
        Assert.Equal(["The name is not landing/{provider}/{period}/{upload}/submission.csv: refused."], await Invoke("IngestSubmission", probe));
    }

    [Fact]
    public async Task Handler_ForEveryFunctionThatAnEventStarts_HasAnEndpoint()
    {
        foreach (var function in Functions.Where(function => function.Type != "httpTrigger"))
        {
            using var answer = await Post("/" + function.Name, "{}");
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{function.Name}: {answer.StatusCode}");
        }
    }

    /// <summary>Nobody is signed in and no laptop key opens: every route is there and gives nothing; health says how it is, and no more.</summary>
    [Fact]
    public async Task Handler_ForEveryRoute_IsThereAndClosed()
    {
        foreach (var function in Functions.Where(function => function.Type == "httpTrigger"))
        {
            var route = function.Text("route")!.Replace("{id}", "RWR-2025-08-first", StringComparison.Ordinal).Replace("{period}", "2025-08", StringComparison.Ordinal);
            foreach (var method in function.Trigger.GetProperty("methods").EnumerateArray())
            {
                using var request = new HttpRequestMessage(new HttpMethod(method.GetString()!), "/api/" + route);
                request.Headers.Add("X-MS-CLIENT-PRINCIPAL-ID", "11111111-0000-0000-0000-000000000001");
                request.Headers.Add("x-homeward-key", "");
                using var answer = await package.Http.SendAsync(request);
                Assert.True(answer.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed), $"{method} {route}: {answer.StatusCode}");
                Assert.True(function.Name == "Health" || !answer.IsSuccessStatusCode, $"{method} {route}: {answer.StatusCode}");
                Assert.True(function.Name != "Health" || (await answer.Content.ReadAsStringAsync()).StartsWith("{\"status\":", StringComparison.Ordinal));
                Assert.InRange(answer.Content.Headers.ContentLength ?? 0, 0, 300);
            }
        }
    }

    [Fact]
    public async Task Handler_WithoutKeys_RefusesToStart()
    {
        var (exit, said) = await AppPackage.Run(new()
        {
            ["FUNCTIONS_CUSTOMHANDLER_PORT"] = "1",
            ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
            ["LakeStorage"] = "UseDevelopmentStorage=true",
        });
        Assert.Equal(2, exit);
        Assert.Contains("HOMEWARD_LAKE_KEY", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handler_WithoutStorage_SaysWhichSettingIsAbsent()
    {
        var (exit, said) = await AppPackage.Run(new() { ["FUNCTIONS_CUSTOMHANDLER_PORT"] = "1" });
        Assert.Equal(2, exit);
        Assert.Contains("AzureWebJobsStorage is not set", said, StringComparison.Ordinal);
    }

    static Task<string> Recorded() => File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Packages", "invocation.json"));

    /// <summary>The lines for the invocation's log.</summary>
    async Task<IReadOnlyList<string>> Invoke(string function, string payload)
    {
        using var answer = await Post("/" + function, payload);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        Assert.True(answer.StatusCode == HttpStatusCode.OK, json.RootElement.GetRawText());
        Assert.Equal(["Outputs", "Logs", "ReturnValue"], json.RootElement.EnumerateObject().Select(part => part.Name));
        return BicepFile.Texts(json.RootElement.GetProperty("Logs"));
    }

    async Task<List<string>> Names(Zone zone) => await package.Lake.List(LakeFolder.Of(zone)).Select(entry => $"{entry.Name} {entry.ETag}").ToListAsync();

    Task<HttpResponseMessage> Post(string path, string body) =>
        package.Http.PostAsync(new Uri(path, UriKind.Relative), new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")));
}
