using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Homeward.App.Tests.Running;
using Homeward.Columns;
using Homeward.Lake;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.App.Tests.Security;

/// <summary>One app with something in it, which no test changes.</summary>
public sealed class AppWithFigures(AzuriteFixture azurite) : IAsyncLifetime, IDisposable
{
    static readonly DateTime Monday = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    readonly SmallWorld world = new();

    internal RunningApp App { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        People.AddTo(world);
        App = await RunningApp.Start(azurite.Account(), world);
        await App.Land(new SmallUpload("RWR", new Month(2025, 8), "first", Monday, people: 7, placed: 6));
        await App.Land(new SmallUpload("RYK", new Month(2025, 8), "first", Monday, people: 2));
        await App.Invoke("SweepLanding");
    }

    public async Task DisposeAsync() => await App.DisposeAsync();

    public void Dispose() => world.Dispose();
}

/// <summary>Who may see and send what, over HTTP.</summary>
[Collection(AzuriteTests.Name)]
public sealed class HttpAccessTests(AppWithFigures figures) : IClassFixture<AppWithFigures>
{
    static readonly Month August = new(2025, 8);
    static readonly DateTime Monday = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    readonly RunningApp app = figures.App;

    [Fact]
    public async Task AnyFunction_NoKey_IsTurnedAway()
    {
        foreach (var (method, path) in new[]
        {
            ("GET", "/api/submissions"), ("GET", "/api/submissions/RWR-2025-08-first"), ("GET", "/api/submissions/RWR-2025-08-first/report"),
            ("GET", "/api/kpis?period=2025-08"), ("GET", "/api/worklist"), ("POST", "/api/validate?period=2025-08"), ("POST", "/api/submissions/2025-08"), ("POST", "/api/requeue"),
        })
        {
            using var answer = await app.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
            Assert.Equal((path, HttpStatusCode.Unauthorized), (path, answer.StatusCode));
            using var noRow = await app.Ask(new HttpMethod(method), path, actAs: "nobody");
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, noRow.StatusCode));
        }
    }

    [Theory]
    [InlineData("GET", "/nothing", 404)]
    [InlineData("GET", "/api/submissions/..%2F..%2Fx", 404)]
    [InlineData("GET", "/api/submissions/a/b/c", 404)]
    [InlineData("DELETE", "/api/submissions/RWR-2025-08-first", 405)]
    [InlineData("POST", "/IngestSubmission", 415)]
    public async Task OddPath_AnswersWithASentence(string method, string path, int status)
    {
        using var answer = await app.Ask(new HttpMethod(method), path);
        Assert.Equal(status, (int)answer.StatusCode);
        var error = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.EndsWith(".", error.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_Anybody_SeesOnlyWhetherItIsWell()
    {
        using var answer = await app.Http.GetAsync(new Uri("/api/health", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("{\"status\":\"healthy\"}", await answer.Content.ReadAsStringAsync());
        Assert.Equal(2, (await app.Json("/api/health", People.Analyst)).GetProperty("submissions").GetProperty("published").GetInt32());
    }

    [Fact]
    public async Task Provider_Submissions_SeesItsOwn()
    {
        var listed = (await app.Json("/api/submissions", People.Trust)).GetProperty("submissions").EnumerateArray().ToList();
        Assert.Equal("RWR-2025-08-first", Assert.Single(listed).GetProperty("id").GetString());
        Assert.Equal(HttpStatusCode.OK, await Status("/api/submissions/RWR-2025-08-first", People.Trust));
        Assert.Equal(HttpStatusCode.OK, await Status("/api/submissions/RWR-2025-08-first/report", People.Trust));
        Assert.Equal(HttpStatusCode.NotFound, await Status("/api/submissions/RYK-2025-08-first", People.Trust));
        Assert.Equal(HttpStatusCode.NotFound, await Status("/api/submissions/RYK-2025-08-first/report", People.Trust));
        Assert.Equal(HttpStatusCode.Forbidden, await Status("/api/submissions?provider=RYK", People.Trust));
        Assert.Equal(HttpStatusCode.Forbidden, await Status("/api/kpis?period=2025-08", People.Trust));
        Assert.Equal(HttpStatusCode.Forbidden, await Status("/api/worklist", People.Trust));
    }

    [Theory]
    [InlineData("", "text/html", "<!DOCTYPE html>")]
    [InlineData("?file=report.html", "text/html", "<!DOCTYPE html>")]
    [InlineData("?file=summary.json", "application/json", "{\n  \"submission_id\": \"RWR-2025-08-first\"")]
    [InlineData("?file=findings.csv", "text/csv", "rule,severity,table,line,key,field,value,message")]
    [InlineData("?file=vodim.csv", "text/csv", "table,field,valid,other,default,invalid,missing,total")]
    [InlineData("?file=region.csv", "text/csv", "rule,severity,table,line,key,field,value,message")]
    public async Task Provider_EachFileOfItsReport_IsServedToItAlone(string file, string type, string begins)
    {
        using var answer = await app.Ask(HttpMethod.Get, $"/api/submissions/RWR-2025-08-first/report{file}", People.Trust);
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.StartsWith(begins, (await answer.Content.ReadAsStringAsync()).TrimStart('\uFEFF'), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.NotFound, await Status($"/api/submissions/RYK-2025-08-first/report{file}", People.Trust));
        Assert.Equal(HttpStatusCode.NotFound, await Status($"/api/submissions/RWR-2025-08-first/report{file}", People.Analyst));
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Http.GetAsync(new Uri($"/api/submissions/RWR-2025-08-first/report{file}", UriKind.Relative))).StatusCode);
    }

    [Theory]
    [InlineData("submission.csv")]
    [InlineData("..%2Fsecond%2Freport.html")]
    [InlineData("%2Fetc%2Fpasswd")]
    [InlineData("REPORT.HTML")]
    public async Task Provider_AnyOtherFile_IsToldWhichThereAre(string file)
    {
        using var answer = await app.Ask(HttpMethod.Get, $"/api/submissions/RWR-2025-08-first/report?file={file}", People.Trust);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(
            "expected one of summary.json, report.html, findings.csv, vodim.csv, region.csv", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Analyst_Figures_SeesSuppressedOnes()
    {
        var rows = (await app.Json("/api/kpis?period=2025-08&measure=K01&window=M&breakdown=Provider", People.Analyst)).GetProperty("rows").EnumerateArray().ToList();
        Assert.NotEmpty(rows);
        Assert.DoesNotContain(rows, row => row.TryGetProperty("numerator", out _));
        Assert.All(rows, row => Assert.Equal("2025-08-01", row.GetProperty("reporting_period_start").GetString()));
        Assert.Equal(HttpStatusCode.Forbidden, await Status("/api/kpis?period=2025-08&restricted=True", People.Analyst));
        Assert.Equal(HttpStatusCode.BadRequest, await Status("/api/kpis?period=2025-08&restricted=1", People.Analyst));
        Assert.Equal(HttpStatusCode.BadRequest, await Status("/api/kpis?period=2025-08&measure=K01&measure=K02", People.Analyst));
        Assert.Equal(HttpStatusCode.Forbidden, await Status("/api/worklist", People.Analyst));
        Assert.Equal(HttpStatusCode.Forbidden, await Status("/api/submissions", People.Analyst));
        Assert.Equal(HttpStatusCode.NotFound, await Status("/api/submissions/RWR-2025-08-first", People.Analyst));
    }

    [Fact]
    public async Task CaseManager_RestrictedFigures_SeesThoseOfTheirCollaborative()
    {
        var own = (await app.Json("/api/kpis?period=2025-08&restricted=true", People.CaseManager)).GetProperty("rows").EnumerateArray().ToList();
        Assert.NotEmpty(own);
        Assert.All(own, row => Assert.Equal("OUR", row.GetProperty("collaborative").GetString()));
        Assert.Empty((await app.Json("/api/kpis?period=2025-08&restricted=true&collaborative=OUR", People.OtherCaseManager)).GetProperty("rows").EnumerateArray());
        Assert.Equal(HttpStatusCode.Forbidden, await Status("/api/submissions", People.CaseManager));
    }

    [Fact]
    public async Task CaseManager_Worklist_IsOfTheirCollaborativesSenders()
    {
        var senders = (await app.Json("/api/worklist", People.CaseManager)).GetProperty("senders").EnumerateArray().Select(sender => sender.GetString()).ToList();
        Assert.Contains("RWR", senders);
        var rows = (await app.Json("/api/worklist?sender=RWR", People.CaseManager)).GetProperty("rows").EnumerateArray().ToList();
        Assert.NotEmpty(rows);
        using var csv = await app.Ask(HttpMethod.Get, "/api/worklist?sender=RWR&format=csv", People.CaseManager);
        Assert.Equal(rows.Count + 1, (await csv.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        using var html = await app.Ask(HttpMethod.Get, "/api/worklist?sender=RWR&format=html", People.CaseManager);
        Assert.Equal("text/html", html.Content.Headers.ContentType!.MediaType);
        Assert.Contains("<table", await html.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, await Status("/api/worklist?sender=RWR&format=xml", People.CaseManager));
        Assert.Empty((await app.Json("/api/worklist", People.OtherCaseManager)).GetProperty("senders").EnumerateArray());
        Assert.Equal(HttpStatusCode.NotFound, await Status("/api/worklist?sender=RWR&format=csv", People.OtherCaseManager));
        Assert.Equal(HttpStatusCode.NotFound, await Status("/api/worklist?sender=..", People.CaseManager));
        Assert.Contains(app.Log.All, line => line.Contains($"Worklist of RWR read by {People.CaseManager}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Submit_HostileName_IsRefused()
    {
        var zip = ZipOf.Upload(new SmallUpload("RWR", August, "any", Monday));
        foreach (var path in new[]
        {
            "2025-13", "2025-08?upload=..", "2025-08?upload=a%2Fb", "2025-08?upload=%2e%2e%2fx", "2025-08?upload=a%5Cb", "2025-08?upload=a%00b", "2025-08?upload=%D0%B0",
            "2025-08?upload=first.",
        })
        {
            using var answer = await app.Ask(HttpMethod.Post, "/api/submissions/" + path, People.Trust, zip);
            Assert.Equal((path, HttpStatusCode.BadRequest), (path, answer.StatusCode));
        }
    }

    [Fact]
    public async Task Submit_ZipWithHostileEntry_IsRefusedAndNothingLands()
    {
        var before = await app.Deployment.Store.List(LakeFolder.Of(Zone.Landing)).CountAsync();
        foreach (var name in new[] { "../submission.csv", "..\\x.csv", "/etc/x.csv", "a/b/x.csv", "sub\u0000.csv", "ward\u202Estays.csv" })
        {
            var files = new SmallUpload("RWR", August, "any", Monday).Files.Select(file => (file.Key, file.Value)).Append((name, "x"u8.ToArray()));
            using var answer = await app.Ask(HttpMethod.Post, "/api/submissions/2025-08?upload=hostile", People.Trust, ZipOf.Files(files));
            Assert.Equal((name, HttpStatusCode.BadRequest), (name, answer.StatusCode));
        }

        Assert.Equal(before, await app.Deployment.Store.List(LakeFolder.Of(Zone.Landing)).CountAsync());
    }

    [Fact]
    public async Task Validate_Zip_AnswersAndStoresNothing()
    {
        var before = await Everything();
        var zip = ZipOf.Upload(new SmallUpload("RWR", August, "any", Monday, people: 4));
        using var answer = await app.Ask(HttpMethod.Post, "/api/validate?period=2025-08", People.Trust, zip);
        Assert.Equal("accepted", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetString());
        using var page = await app.Ask(HttpMethod.Post, "/api/validate?period=2025-08&file=report.html", People.Trust, zip);
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        using var unknown = await app.Ask(HttpMethod.Post, "/api/validate?period=2025-08&file=../x", People.Trust, zip);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(before, await Everything());
    }

    [Fact]
    public async Task Request_TooLarge_IsRefused()
    {
        using var content = new PushContent((100L << 20) + 1);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/validate?period=2025-08") { Content = content };
        request.Headers.Add(Homeward.App.Callers.LaptopKey.Header, RunningApp.Key);
        request.Headers.Add(Homeward.App.Callers.LaptopKey.ActAsHeader, People.Trust);
        request.Headers.ExpectContinue = true;
        using var large = await app.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
    }

    async Task<HttpStatusCode> Status(string path, string actAs)
    {
        using var answer = await app.Ask(HttpMethod.Get, path, actAs);
        return answer.StatusCode;
    }

    async Task<List<string>> Everything()
    {
        var names = new List<string>();
        foreach (var zone in Enum.GetValues<Zone>())
        {
            names.AddRange(await app.Deployment.Store.List(LakeFolder.Of(zone)).Select(entry => $"{zone} {entry.Name} {entry.ETag}").ToListAsync());
        }

        names.AddRange(await app.Deployment.Ledger.Submissions().Select(found => $"{found.Row.Id} {found.ETag}").ToListAsync());
        return names;
    }

    /// <summary>Announces a length; only the first bytes are ever made.</summary>
    sealed class PushContent(long length) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context) => await stream.WriteAsync(new byte[1024]);

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}
