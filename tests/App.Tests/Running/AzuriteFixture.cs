using Homeward.Lake.Azure;

namespace Homeward.App.Tests.Running;

/// <summary>One emulator for every test of this project; each test has an account of its own.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    const int Accounts = 80;

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("homeward-");
    int accounts;

    public Azurite Azurite { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var main = Azurite.Find(AppContext.BaseDirectory) ?? throw new InvalidOperationException("The storage emulator is not installed: run 'npm ci' at the top of the repository.");
        Azurite = await Azurite.Start(main, folder.FullName, Accounts);
    }

    public async Task DisposeAsync()
    {
        await Azurite.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>An account that no other test uses.</summary>
    public string Account() => Azurite.ConnectionStringOf(Interlocked.Increment(ref accounts));
}

[CollectionDefinition(Name)]
public sealed class AzuriteTests : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Azurite";
}
