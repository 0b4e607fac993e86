using System.Globalization;
using Azure.Identity;
using Homeward.App;
using Homeward.App.Callers;
using Homeward.App.Deployments;
using Homeward.App.Local;
using Homeward.App.PullSubmissions;
using Homeward.Lake;
using Homeward.Pipeline.Ingest;
using Homeward.Reference;
using Microsoft.AspNetCore.Connections;

var settings = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
try
{
    return settings["FUNCTIONS_CUSTOMHANDLER_PORT"] is { Length: > 0 } port
        ? await Handler(Port("FUNCTIONS_CUSTOMHANDLER_PORT", port))
        : await OnLaptop();
}
catch (SettingsException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}

// Behind the Functions host, in Azure or after `func start`.
async Task<int> Handler(int port)
{
    // Only `func start` says Development. Flex Consumption has no WEBSITE_INSTANCE_ID to tell Azure by.
    var inAzure = settings["AZURE_FUNCTIONS_ENVIRONMENT"] != "Development";
    var host = Connection("AzureWebJobsStorage");
    var lake = Connection("LakeStorage");
    var deployment = Deployment.Of(host, lake, KeyRing.Read(settings, inAzure), TimeProvider.System, Ingest());
    var key = inAzure ? null : new LaptopKey(settings["HOMEWARD_KEY"]);
    await using var app = FunctionApp.Build(Address(port), deployment, CallerIdentity.BehindHost(settings, key), Pulls(), Logs);
    if (key is not null)
    {
        Console.WriteLine($"key {key.Text} (header {LaptopKey.Header})");
    }

    await app.RunAsync();
    return 0;
}

async Task<int> OnLaptop()
{
    var folder = Path.GetFullPath(settings["data"] ?? ".azurite");
    var (storage, emulator) = await Laptop.Storage(settings, folder);
    await using var ending = emulator;
    var deployment = Deployment.Of(storage, storage, KeyRing.Read(settings, inAzure: false), TimeProvider.System, Ingest() with { IsGone = Worker.IsGone });
    await Prepare(CancellationToken.None);

    var hasReference = await deployment.Store.List(LakeFolder.Of(Zone.Reference)).AnyAsync();
    if (hasReference)
    {
        await WarmUp.Run(await Loaded(deployment.Reference), Directory.CreateTempSubdirectory("homeward-warm-up-"), CancellationToken.None);
    }

    var key = new LaptopKey(settings["HOMEWARD_KEY"]);
    await using var app = FunctionApp.Build(Address(Port("--port", settings["port"] ?? "0")), deployment, new CallerIdentity(platformSignsIn: false, key), Pulls(), Logs);
    await Started(app);
    var address = new Uri(app.Urls.Single());
    Console.WriteLine(Laptop.Welcome(address, key, emulator is null ? "AzureWebJobsStorage" : $"Azurite, data in {folder}", hasReference));

    var stopping = app.Lifetime.ApplicationStopping;
    var triggers = new LocalTriggers(
        FunctionFile.Read(AppContext.BaseDirectory), _ => storage, address, new LocalOptions(), TimeProvider.System, app.Services.GetRequiredService<ILogger<LocalTriggers>>());
    var running = Task.WhenAll(triggers.Run(stopping), emulator is null ? Task.CompletedTask : new EmulatorWatch(emulator, Prepare, TimeProvider.System, Console.Out).Run(stopping));
    if (settings["landing"] is { Length: > 0 } landing)
    {
        await Demonstrate(deployment, landing, stopping);
    }

    await app.WaitForShutdownAsync();
    await running;
    return 0;

    async Task Prepare(CancellationToken cancel)
    {
        await Laptop.Prepare(storage, deployment, cancel);
        if (settings["reference"] is { Length: > 0 } reference)
        {
            await Laptop.LoadReference(reference, deployment.Store, cancel);
        }
    }
}

static async Task<ReferenceData> Loaded(ReferenceCache reference)
{
    try
    {
        return await reference.Get(CancellationToken.None);
    }
    catch (UnusableReferenceException e)
    {
        throw new SettingsException($"{e.Message}\nThe lake keeps this from an earlier start: start with --reference DIR to replace it.");
    }
}

static async Task Started(WebApplication app)
{
    try
    {
        await app.StartAsync();
    }
    catch (IOException e) when (e.InnerException is AddressInUseException)
    {
        throw new SettingsException("The port is in use: choose another with --port, or leave it out and a free one is taken.");
    }
}

static async Task Demonstrate(Deployment deployment, string landing, CancellationToken stopping)
{
    try
    {
        await new Demonstration(deployment, Console.Out).Run(landing, stopping);
        Console.WriteLine("\nThe app goes on until Ctrl+C.");
    }
    catch (OperationCanceledException) when (stopping.IsCancellationRequested)
    {
        // Ctrl+C in the middle of it.
    }
}

static int Port(string name, string text) => ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
    ? port
    : throw new SettingsException($"{name} is '{text}': expected a port, 0 to 65535.");

Uri Address(int port) => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));

IngestOptions Ingest() => new(Worker.Name(settings)) { Clock = TimeProvider.System };

Pulling Pulls() => new(new PullSecrets(settings), () => Managed(settings["AZURE_CLIENT_ID"]), Pulling.Client());

static ManagedIdentityCredential Managed(string? client) =>
    new(client is { Length: > 0 } id ? ManagedIdentityId.FromUserAssignedClientId(id) : ManagedIdentityId.SystemAssigned);

StorageConnection Connection(string name) =>
    StorageConnection.Find(settings, name, Managed)
    ?? throw new SettingsException($"{name} is not set: expected a connection string, or {name}__accountName and a managed identity.");

static void Logs(WebApplicationBuilder builder) => builder.Logging.AddSimpleConsole(console =>
{
    console.SingleLine = true;
    console.UseUtcTimestamp = true;
    console.TimestampFormat = "HH:mm:ss ";
}).AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
