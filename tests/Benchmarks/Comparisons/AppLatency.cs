using System.Diagnostics;
using System.Globalization;
using System.Text;
using Azure;
using Homeward.Benchmarks.Data;
using Homeward.Benchmarks.Running;

namespace Homeward.Benchmarks.Comparisons;

/// <summary>From the upload of a manifest to marts that name its submission, one provider-month at a time, under Azurite.</summary>
static class AppLatency
{
    const int UsualRows = 5_000;

    public static void Run(Request request) => Measure(request).GetAwaiter().GetResult();

    static async Task Measure(Request request)
    {
        var rows = request.Rows ?? UsualRows;
        var region = AppRegion.Make(request.Folder, request.Repeat + 1, rows);
        await using var app = await RunningApp.Start(region.Reference);
        var (took, cpu) = (new List<double>(), new List<double>());
        foreach (var (provider, upload, folder) in region.Uploads)
        {
            await app.Upload(folder, $"{provider}/{region.Period}/{upload}");
            var (start, before) = (Stopwatch.GetTimestamp(), app.Cpu());
            var marts = app.Blobs.GetBlobContainerClient("marts").GetBlobClient($"kpi/period={region.Period}/_run.json");
            while (!await Names(marts, $"\"{provider}-{region.Period}-{upload}\""))
            {
                await Task.Delay(20);
            }

            took.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            cpu.Add((app.Cpu() - before).TotalSeconds);
            await app.Quiet();
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""

            latency: manifest uploaded → marts updated, one provider-month of {rows:N0} ward stays, under Azurite; each the next provider of one month, once all before it is done
              seconds, the first after start  {took[0],8:0.00}
              CPU seconds of the app, for it  {cpu[0],8:0.00}
              seconds, median of the other {request.Repeat,-3}{Median(took),8:0.00}   target 3
              seconds, slowest of them        {took.Skip(1).Max(),8:0.00}
              CPU seconds of the app, median  {Median(cpu),8:0.00}
              peak memory of the app, MB      {app.PeakBytes() / 1e6,8:0}
            """));
    }

    /// <summary>Of all but the first.</summary>
    static double Median(IEnumerable<double> figures)
    {
        var sorted = figures.Skip(1).Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    static async Task<bool> Names(Azure.Storage.Blobs.BlobClient run, string submission)
    {
        try
        {
            return Encoding.UTF8.GetString((await run.DownloadContentAsync()).Value.Content).Contains(submission, StringComparison.Ordinal);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return false;
        }
    }
}
