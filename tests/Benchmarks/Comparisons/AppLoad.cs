using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Homeward.Benchmarks.Data;
using Homeward.Benchmarks.Jobs;
using Homeward.Benchmarks.Running;

namespace Homeward.Benchmarks.Comparisons;

/// <summary>Seventy providers upload in the same minute; afterwards every figure has to be what a run over folders makes of the same files.</summary>
static class AppLoad
{
    const int Providers = 70;
    const int UsualRows = 5_000;

    public static void Run(Request request) => Measure(request).GetAwaiter().GetResult();

    static async Task Measure(Request request)
    {
        var rows = request.Rows ?? UsualRows;
        var region = AppRegion.Make(request.Folder, Providers, rows);
        var uploads = region.Uploads.ToList();
        await using var app = await RunningApp.Start(region.Reference);
        var deepest = RunningApp.Queues.ToDictionary(queue => queue, _ => 0, StringComparer.Ordinal);
        var start = Stopwatch.GetTimestamp();
        var uploading = Parallel.ForEachAsync(
            uploads, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (upload, _) => await app.Upload(upload.Folder, $"{upload.Provider}/{region.Period}/{upload.Upload}"));
        double? uploaded = null, judged = null;
        while (true)
        {
            uploaded ??= uploading.IsCompletedSuccessfully ? Stopwatch.GetElapsedTime(start).TotalSeconds : null;
            foreach (var queue in RunningApp.Queues)
            {
                deepest[queue] = Math.Max(deepest[queue], await app.Depth(queue));
            }

            var health = await app.Health();
            if (uploaded is not null && Published(health) == uploads.Count)
            {
                judged ??= Stopwatch.GetElapsedTime(start).TotalSeconds;
                if (health.GetProperty("periodsBehind").GetArrayLength() == 0)
                {
                    break;
                }
            }

            await Task.Delay(250);
        }

        await uploading;
        var computed = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await app.Quiet();
        var quiet = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var accepted = Published(await app.Health());
        var differing = await LoadJobs.Differences(app.ConnectionString, region);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""

            load: {uploads.Count} providers upload at once, {rows:N0} ward stays each, under Azurite, which shares the cores
              seconds until all had uploaded   {uploaded,10:0.0}
              seconds until all were accepted  {judged,10:0.0}
              seconds until marts showed all   {computed,10:0.0}
              seconds until nothing was left   {quiet,10:0.0}
              CPU seconds of the app           {app.Cpu().TotalSeconds,10:0.0}
              peak memory of the app, MB       {app.PeakBytes() / 1e6,10:0}
              deepest queues                   {string.Join(", ", deepest.Select(queue => $"{queue.Key} {queue.Value}"))}
              accepted {accepted} of {uploads.Count}; curated, marts, restricted figures and worklists against a run over folders: {(differing.Count == 0 ? "equal, byte for byte" : $"{differing.Count} FILES DIFFER, such as {differing[0]}")}
            """));
        if (differing.Count > 0)
        {
            throw new BenchmarkException("load: the app's files are not those of the run over folders.");
        }
    }

    static int Published(JsonElement health) =>
        health.TryGetProperty("submissions", out var states) && states.TryGetProperty("published", out var published) ? published.GetInt32() : 0;
}
