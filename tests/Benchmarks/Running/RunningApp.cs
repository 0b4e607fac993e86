using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Homeward.Lake.Azure;

namespace Homeward.Benchmarks.Running;

/// <summary>The function app in a process of its own, as <c>dotnet run</c> starts it, on an emulator of its own.</summary>
sealed class RunningApp : IAsyncDisposable
{
    public static readonly IReadOnlyList<string> Queues = ["landing-events", "compute", "summarise"];

    readonly DirectoryInfo folder;
    readonly Azurite azurite;
    readonly Process process;
    readonly HttpClient http;

    RunningApp(DirectoryInfo folder, Azurite azurite, Process process, HttpClient http) =>
        (this.folder, this.azurite, this.process, this.http) = (folder, azurite, process, http);

    public BlobServiceClient Blobs => new(azurite.ConnectionString);

    public string ConnectionString => azurite.ConnectionString;

    public static async Task<RunningApp> Start(string reference)
    {
        var main = Azurite.Find(AppContext.BaseDirectory) ?? throw new BenchmarkException("The storage emulator is not installed: run 'npm ci' at the top of the repository.", 2);
        var folder = Directory.CreateTempSubdirectory("homeward-load-");
        var azurite = await Azurite.Start(main, folder.FullName);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Homeward.App.dll"), "--reference", reference])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AzureWebJobsStorage"] = azurite.ConnectionString;
        start.Environment["HOMEWARD_KEY"] = "benchmark";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        var process = Process.Start(start)!;
        var address = new TaskCompletionSource<string>();
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Split("address", StringSplitOptions.TrimEntries) is ["", var at])
            {
                address.TrySetResult(at);
            }
        };
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var http = new HttpClient { BaseAddress = new Uri(await address.Task.WaitAsync(TimeSpan.FromMinutes(2))) };
        http.DefaultRequestHeaders.Add("x-homeward-key", "benchmark");
        return new RunningApp(folder, azurite, process, http);
    }

    /// <summary>The largest resident memory of the app so far.</summary>
    public long PeakBytes()
    {
        process.Refresh();
        return process.PeakWorkingSet64;
    }

    /// <summary>Processor time of the app, and what the emulator's process used is not in it.</summary>
    public TimeSpan Cpu()
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    public Task<JsonElement> Health() => http.GetFromJsonAsync<JsonElement>("/api/health");

    /// <summary>Every queue is empty.</summary>
    public async Task Quiet()
    {
        for (var waiting = 1; waiting > 0;)
        {
            await Task.Delay(500);
            waiting = 0;
            foreach (var queue in Queues)
            {
                waiting += await Depth(queue);
            }
        }
    }

    /// <summary>Messages waiting or being worked on.</summary>
    public async Task<int> Depth(string queue) =>
        (await new QueueClient(azurite.ConnectionString, queue).GetPropertiesAsync()).Value.ApproximateMessagesCount;

    /// <summary>Uploads as a provider does, straight into storage, the manifest last.</summary>
    public async Task Upload(string folderOfUpload, string prefix)
    {
        var landing = Blobs.GetBlobContainerClient("landing");
        foreach (var file in Directory.EnumerateFiles(folderOfUpload).OrderBy(file => Path.GetFileName(file) == "submission.csv").ThenBy(file => file, StringComparer.Ordinal))
        {
            await landing.GetBlobClient($"{prefix}/{Path.GetFileName(file)}").UploadAsync(file, overwrite: true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        http.Dispose();
        await azurite.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
