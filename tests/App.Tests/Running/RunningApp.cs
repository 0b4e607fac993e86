using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Blobs;
using Homeward.App.Callers;
using Homeward.App.Deployments;
using Homeward.App.Local;
using Homeward.App.PullSubmissions;
using Homeward.Columns;
using Homeward.Lake;
using Homeward.Pipeline.Ingest;
using Homeward.Pipeline.Tests.Uploads;
using Homeward.Submissions.Curated;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Homeward.App.Tests.Running;

/// <summary>The app as it runs on a laptop, in this process, on an account of its own.</summary>
sealed class RunningApp : IAsyncDisposable
{
    public const string Key = "key-of-the-test";

    readonly WebApplication app;
    readonly CancellationTokenSource stop = new();
    Task triggers = Task.CompletedTask;

    RunningApp(WebApplication app, Deployment deployment, StorageConnection storage, LogLines log)
    {
        (this.app, Deployment, Storage, Log) = (app, deployment, storage, log);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public Deployment Deployment { get; }

    public StorageConnection Storage { get; }

    public HttpClient Http { get; }

    /// <summary>Everything that was logged, at every level.</summary>
    public LogLines Log { get; }

    public static async Task<RunningApp> Start(
        string account,
        SmallWorld world,
        Func<Deployment, Deployment>? change = null,
        Pulling? pulling = null,
        bool platformSignsIn = false,
        TimeProvider? clock = null,
        IReadOnlyDictionary<string, string>? settings = null)
    {
        var storage = StorageConnection.FromConnectionString("AzureWebJobsStorage", account);
        var ingest = new IngestOptions("test") { IsGone = _ => false };
        var deployment = Deployment.Of(storage, storage, PseudonymKeys.Demo, clock ?? TimeProvider.System, ingest);
        await Laptop.Prepare(storage, deployment, CancellationToken.None);
        await Laptop.LoadReference(world.ReferenceFolder, deployment.Store, CancellationToken.None);
        deployment = change?.Invoke(deployment) ?? deployment;
        var log = new LogLines();
        pulling ??= new Pulling(new PullSecrets(new ConfigurationBuilder().Build()), () => throw new InvalidOperationException(), Pulling.Client());
        var app = FunctionApp.Build(new Uri("http://127.0.0.1:0"), deployment, new CallerIdentity(platformSignsIn, new LaptopKey(Key)), pulling, builder =>
        {
            builder.Configuration.AddInMemoryCollection(settings?.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
            builder.Logging.SetMinimumLevel(LogLevel.Trace);
            builder.Services.AddSingleton<ILoggerProvider>(log);
        });
        await app.StartAsync();
        return new RunningApp(app, deployment, storage, log) { ConnectionString = account };
    }

    /// <summary>From now on events start functions, as on a laptop.</summary>
    public RunningApp WithTriggers(LocalOptions? options = null)
    {
        options ??= new LocalOptions { Poll = TimeSpan.FromMilliseconds(50), RetryAfter = TimeSpan.FromMilliseconds(100) };
        var local = new LocalTriggers(FunctionFile.Read(AppContext.BaseDirectory), _ => Storage, Http.BaseAddress!, options, TimeProvider.System, Log.CreateLogger("triggers"));
        triggers = local.Run(stop.Token);
        return this;
    }

    /// <summary>Uploads as a provider does, straight into storage, the manifest last.</summary>
    public async Task Land(SmallUpload upload)
    {
        var landing = new BlobContainerClient(ConnectionString, "landing");
        foreach (var (name, bytes) in upload.Files.OrderBy(file => file.Key == LakePaths.Manifest))
        {
            await landing.GetBlobClient($"{upload.Provider}/{upload.Period}/{upload.Name}/{name}").UploadAsync(BinaryData.FromBytes(bytes), overwrite: true);
        }
    }

    public required string ConnectionString { get; init; }

    /// <summary>Calls a function as the host does.</summary>
    public async Task<HttpResponseMessage> Invoke(string function, object? data = null, object? metadata = null) =>
        await Http.PostAsJsonAsync($"/{function}", new { Data = data ?? new { timer = new { IsPastDue = false } }, Metadata = metadata ?? new { } }, JsonSerializerOptions.Default);

    /// <summary>The event of an upload's manifest.</summary>
    public Task<HttpResponseMessage> Landed(SmallUpload upload) =>
        Invoke("IngestSubmission", new { manifest = "" }, new { provider = upload.Provider, period = upload.Period.ToString(), upload = upload.Name });

    /// <summary>A request with the laptop's key.</summary>
    /// <param name="actAs">Object id of a row of callers.csv; null: administrator.</param>
    public async Task<HttpResponseMessage> Ask(HttpMethod method, string path, string? actAs = null, byte[]? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add(LaptopKey.Header, Key);
        if (actAs is not null)
        {
            request.Headers.Add(LaptopKey.ActAsHeader, actAs);
        }

        request.Content = body is null ? null : new ByteArrayContent(body);
        return await Http.SendAsync(request);
    }

    public async Task<JsonElement> Json(string path, string? actAs = null)
    {
        using var answer = await Ask(HttpMethod.Get, path, actAs);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Waits until something holds, for at most a minute.</summary>
    public static async Task Until(Func<Task<bool>> holds, string what)
    {
        for (var waited = 0; waited < 600; waited++)
        {
            if (await holds())
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail($"A minute passed and it was not so that {what}.");
    }

    public async Task<bool> HasFigures(Month period) => await Deployment.Store.Get(LakePaths.Kpi(Zone.Marts, period)) is not null;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await triggers;
        await app.DisposeAsync();
        Http.Dispose();
        Deployment.Dispose();
        stop.Dispose();
    }
}
