using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Homeward.App.Deployments;
using Homeward.App.Local;
using Homeward.Columns;
using Homeward.Lake;
using Homeward.Lake.Azure;
using Homeward.Pipeline.Ingest;
using Homeward.Pipeline.Tests.Uploads;
using Homeward.Submissions;
using Homeward.Submissions.Curated;

namespace Homeward.Infra.Tests.Packages;

/// <summary>The package that azd deploys, made as azd makes it, and its executable running as the Functions host runs it.</summary>
/// <remarks>Kept in artifacts/: only what changed is published again.</remarks>
public sealed class AppPackage : IAsyncLifetime
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    readonly DirectoryInfo data = Directory.CreateTempSubdirectory("homeward-package-");
    Azurite? storage;
    Process? handler;

    public static string Folder { get; } = Repository.PathOf("artifacts", "package", "app");

    internal static SubmissionIdentity Upload { get; } = new("RWR", new Month(2025, 8), "first");

    public HttpClient Http { get; private set; } = null!;

    public ILakeStore Lake { get; private set; } = null!;

    /// <summary>How long the executable took until it answered.</summary>
    public TimeSpan Start { get; private set; }

    public async Task InitializeAsync()
    {
        Publish();
        storage = await Azurite.Start(Azurite.Find(Repository.Root)!, data.FullName);
        await Prepare(StorageConnection.FromConnectionString("AzureWebJobsStorage", storage.ConnectionString));
        var port = FreePort();
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var watch = Stopwatch.StartNew();
        handler = Process.Start(Handler(port, new()
        {
            ["FUNCTIONS_CUSTOMHANDLER_PORT"] = $"{port}",
            ["AzureWebJobsStorage"] = storage.ConnectionString,
            ["LakeStorage"] = storage.ConnectionString,
            ["HOMEWARD_LAKE_KEY"] = new string('1', 64),
            ["HOMEWARD_TRUST_KEY"] = new string('2', 64),
        }))!;
        await Answers(watch);
        Start = watch.Elapsed;
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        if (handler is not null)
        {
            handler.Kill(entireProcessTree: true);
            await handler.WaitForExitAsync();
            handler.Dispose();
        }

        if (storage is not null)
        {
            await storage.DisposeAsync();
        }

        data.Delete(recursive: true);
    }

    /// <summary>What infra makes, the reference data of a small region, and one upload of a trust.</summary>
    async Task Prepare(StorageConnection connection)
    {
        using var world = new SmallWorld();
        using var deployment = Deployment.Of(connection, connection, PseudonymKeys.Demo, TimeProvider.System, new IngestOptions("test"));
        await Laptop.Prepare(connection, deployment, CancellationToken.None);
        await Laptop.LoadReference(world.ReferenceFolder, deployment.Store, CancellationToken.None);
        var upload = new SmallUpload(Upload.Provider, Upload.Period, Upload.Upload, new DateTime(2025, 9, 5, 9, 0, 0, DateTimeKind.Utc));
        foreach (var (name, bytes) in upload.Files.OrderBy(file => file.Key == LakePaths.Manifest))
        {
            await deployment.Store.Put(LakePaths.Landing(Upload.Provider, Upload.Period, Upload.Upload).File(name), bytes);
        }

        Lake = deployment.Store;
    }

    /// <summary>Started with other settings; the exit code and what it said.</summary>
    public static async Task<(int Exit, string Said)> Run(Dictionary<string, string> settings)
    {
        using var process = Process.Start(Handler(FreePort(), settings))!;
        var said = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await said);
    }

    async Task Answers(Stopwatch watch)
    {
        while (true)
        {
            try
            {
                await Http.GetAsync(new Uri("/", UriKind.Relative));
                return;
            }
            catch (HttpRequestException) when (watch.Elapsed < Patience && !handler!.HasExited)
            {
                await Task.Delay(20);
            }
        }
    }

    static ProcessStartInfo Handler(int port, Dictionary<string, string> settings)
    {
        var host = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "host.json"))).RootElement;
        var executable = host.GetProperty("customHandler").GetProperty("description").GetProperty("defaultExecutablePath").GetString()!;
        var start = new ProcessStartInfo(Path.Combine(Folder, executable)) { WorkingDirectory = Folder, RedirectStandardError = true };
        start.Environment.Clear();
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    static void Publish()
    {
        var start = new ProcessStartInfo("dotnet", ["publish", "functions/App", "-c", "Release", "--artifacts-path", "artifacts/package", "-o", Folder, "--nologo", "-v", "quiet"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
        };
        // Settings of the build that started this test are not the publication's.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, said);
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
