using Homeward.App.Tests.Running;
using Homeward.Columns;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.App.Tests.Security;

/// <summary>Nothing that was uploaded, and no secret, is ever logged, at any level.</summary>
[Collection(AzuriteTests.Name)]
public sealed class LogTests(AzuriteFixture azurite) : IDisposable
{
    static readonly Month August = new(2025, 8);
    static readonly DateTime Monday = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    readonly SmallWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Everything_Done_LogsNoPersonalValueAndNoSecret()
    {
        People.AddTo(world);
        var account = azurite.Account();
        await using var app = (await RunningApp.Start(account, world)).WithTriggers();
        var upload = new SmallUpload("RWR", August, "first", Monday, people: 4)
            .Change("patients.csv", "P1,,07,1990-01-02,SG1 1AA", "PATIENT-LOCAL-1,9434765919,01,1951-03-04,SG1 1AA")
            .Change("referrals.csv", "R1,P1,", "R1,PATIENT-LOCAL-1,");
        await app.Land(upload);
        await app.Land(new SmallUpload("RWR", August, "broken", Monday).With("patients.csv", "LocalPatientID,NHSNumber\n\"9434765919,SG1 1AA"));
        await RunningApp.Until(() => app.HasFigures(August), "the figures of August are there");
        await app.Ask(HttpMethod.Post, "/api/validate?period=2025-08", People.Trust, ZipOf.Upload(upload));
        await app.Ask(HttpMethod.Post, "/api/validate?period=2025-08", People.Trust, "9434765919 is no zip"u8.ToArray());
        await app.Invoke("SweepLanding");
        await app.Invoke("CloseMonth");
        await app.Invoke("PullSubmissions");

        Assert.Contains(app.Log.All, line => line.Contains("RWR-2025-08-first", StringComparison.Ordinal));
        var accountKey = account.Split(';').Single(part => part.StartsWith("AccountKey=", StringComparison.Ordinal))["AccountKey=".Length..];
        foreach (var secret in new[] { "9434765919", "1951-03-04", "SG1 1AA", "SG11AA", "PATIENT-LOCAL-1", accountKey, RunningApp.Key, "SharedKey" })
        {
            Assert.DoesNotContain(app.Log.All, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }
}
