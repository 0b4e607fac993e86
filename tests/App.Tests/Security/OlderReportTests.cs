using System.Net;
using Homeward.App.Tests.Running;
using Homeward.Columns;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.App.Tests.Security;

/// <summary>What is answered about a submission that another replaced; in an app of its own, which it changes.</summary>
[Collection(AzuriteTests.Name)]
public sealed class OlderReportTests(AppWithFigures figures) : IClassFixture<AppWithFigures>
{
    static readonly DateTime Monday = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    readonly RunningApp app = figures.App;

    [Fact]
    public async Task Provider_RegionFileOfAnOlderSubmission_IsToldWhichToAskFor()
    {
        await app.Land(new SmallUpload("RWR", new Month(2025, 8), "second", Monday, people: 8, placed: 6));
        await app.Invoke("SweepLanding");
        using var answer = await app.Ask(HttpMethod.Get, "/api/submissions/RWR-2025-08-first/report?file=region.csv", People.Trust);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("RWR-2025-08-second: ask for that one", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var findings = await app.Ask(HttpMethod.Get, "/api/submissions/RWR-2025-08-first/report?file=findings.csv", People.Trust);
        Assert.Equal(HttpStatusCode.OK, findings.StatusCode);
    }
}
