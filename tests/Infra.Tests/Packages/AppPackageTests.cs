using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Homeward.App.Local;

namespace Homeward.Infra.Tests.Packages;

public sealed class AppPackageTests(AppPackage package) : IClassFixture<AppPackage>
{
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

    /// <summary>The payload as the Functions host posts it: Packages/invocation.json says where it is from.</summary>
    [Fact]
    public async Task Handler_OnARecordedInvocation_AnswersAsTheHostExpects()
    {
        using var answer = await Post("/IngestSubmission", await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Packages", "invocation.json")));
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["Outputs", "Logs", "ReturnValue"], json.RootElement.EnumerateObject().Select(part => part.Name));
        Assert.Equal(
            "The name is not landing/{provider}/{period}/{upload}/submission.csv: refused.",
            json.RootElement.GetProperty("Logs").EnumerateArray().Single().GetString());
        Assert.InRange(package.Start, TimeSpan.Zero, TimeSpan.FromMinutes(1));
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

    /// <summary>Nobody is signed in and no laptop key opens: every route is there, answers in some way, and gives nothing.</summary>
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
                Assert.False(answer.IsSuccessStatusCode, $"{method} {route}: {answer.StatusCode}");
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

    Task<HttpResponseMessage> Post(string path, string body) =>
        package.Http.PostAsync(new Uri(path, UriKind.Relative), new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")));
}
