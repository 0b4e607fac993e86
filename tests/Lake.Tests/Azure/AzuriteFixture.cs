using System.Globalization;
using Azure.Storage.Blobs;
using Homeward.Lake.Azure;
using Homeward.Lake.Azure.Tables;

namespace Homeward.Lake.Tests.Azure;

/// <summary>One emulator for every test of this project; each test has containers and tables of its own.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("homeward-");
    int tests;

    public Azurite Azurite { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var main = Azurite.Find(AppContext.BaseDirectory) ?? throw new InvalidOperationException("The storage emulator is not installed: run 'npm ci' at the top of the repository.");
        Azurite = await Azurite.Start(main, folder.FullName);
    }

    public async Task DisposeAsync()
    {
        await Azurite.DisposeAsync();
        folder.Delete(recursive: true);
    }

    public async Task<(AzureLake Lake, BlobServiceClient Service, string Prefix)> Lake()
    {
        var service = new BlobServiceClient(Azurite.ConnectionString);
        var prefix = string.Create(CultureInfo.InvariantCulture, $"t{Interlocked.Increment(ref tests)}-");
        var lake = new AzureLake(service, prefix);
        await lake.CreateContainers();
        return (lake, service, prefix);
    }

    public async Task<TableLedger> Ledger()
    {
        var ledger = new TableLedger(Table(TableLedger.SubmissionsTable), Table(TableLedger.RunsTable));
        await ledger.CreateTables();
        return ledger;
    }

    public TableClient Table(string name) =>
        TableClient.FromConnectionString(Azurite.ConnectionString, string.Create(CultureInfo.InvariantCulture, $"{name}{Interlocked.Increment(ref tests)}"));
}

[CollectionDefinition(Name)]
public sealed class AzuriteTests : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Azurite";
}
