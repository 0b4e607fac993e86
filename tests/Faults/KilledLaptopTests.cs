using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Homeward.App.Tests.Running;
using Homeward.App.Tests.Security;
using Homeward.Columns;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.Faults;

/// <summary>The app on a laptop, with the emulator that it started, is killed: what was answered 202 is there when it starts again.</summary>
public sealed class KilledLaptopTests : IDisposable
{
    static readonly DateTime Monday = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    readonly SmallWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task App_KilledRightAfterItAcceptedUploads_PublishesThemAfterTheNextStart()
    {
        string[] providers = ["RWR", "RYK"];
        using (var killed = await AppProcess.StartAlone(world.At("data"), world.ReferenceFolder))
        {
            foreach (var provider in providers)
            {
                using var zip = new ByteArrayContent(ZipOf.Upload(new SmallUpload(provider, new Month(2025, 8), "first", Monday)));
                using var accepted = await killed.Http.PostAsync(new Uri($"api/submissions/2025-08?upload=first&provider={provider}", UriKind.Relative), zip);
                Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
            }

            await killed.Kill();
        }

        using var again = await AppProcess.StartAlone(world.At("data"), world.ReferenceFolder);
        await RunningApp.Until(async () => await Published(again) == providers.Length, "both are published");
        await again.Stop();
    }

    static async Task<int> Published(AppProcess app)
    {
        var health = await app.Http.GetFromJsonAsync<JsonElement>("api/health");
        return health.GetProperty("submissions").TryGetProperty("published", out var published)
            && health.GetProperty("periodsBehind").GetArrayLength() == 0 ? published.GetInt32() : 0;
    }
}
