using Homeward.App.Callers;
using Homeward.App.Deployments;
using Homeward.Lake;
using Homeward.Lake.Azure;
using Homeward.Lake.Folder;
using Homeward.Reference;

namespace Homeward.App.Local;

/// <summary>The whole system on one machine: storage emulator, containers, queues, tables, reference data.</summary>
static class Laptop
{
    /// <summary>So long storage may take to answer at the start.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Starts the emulator unless a connection string is given.</summary>
    /// <param name="folder">Where it keeps its data.</param>
    /// <exception cref="SettingsException">The connection string is none, or there is no emulator.</exception>
    public static async Task<(StorageConnection Storage, Azurite? Emulator)> Storage(IConfiguration settings, string folder)
    {
        if (settings["AzureWebJobsStorage"] is { Length: > 0 } given)
        {
            return (StorageConnection.FromConnectionString("AzureWebJobsStorage", given), null);
        }

        var main = Azurite.Find(Environment.CurrentDirectory) ?? Azurite.Find(AppContext.BaseDirectory)
            ?? throw new SettingsException("The storage emulator is not installed: run 'npm ci' at the top of the repository, or set AzureWebJobsStorage to a connection string.");
        try
        {
            var emulator = await Azurite.Start(main, folder);
            return (StorageConnection.FromConnectionString("AzureWebJobsStorage", emulator.ConnectionString), emulator);
        }
        catch (InvalidOperationException e)
        {
            throw new SettingsException(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"The storage emulator cannot keep its data in {folder}: choose a folder that can be written to with --data DIR.");
        }
    }

    /// <summary>Makes what infra makes in Azure.</summary>
    /// <exception cref="SettingsException">The storage cannot be used: says why and what to do.</exception>
    public static async Task Prepare(StorageConnection storage, Deployment deployment, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            await new AzureLake(storage.Blobs()).CreateContainers(patience.Token);
            await new TableLedger(storage.Table(TableLedger.SubmissionsTable), storage.Table(TableLedger.RunsTable)).CreateTables(patience.Token);
            await deployment.Queues.Create(patience.Token);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested && StorageTrouble.Words(e) is { } why)
        {
            throw new SettingsException($"The storage that {storage.Name} names {why} Without {storage.Name} the app starts an emulator of its own.");
        }
    }

    /// <summary>Puts the files of a folder into the lake's reference zone; those that lie there and not in the folder go.</summary>
    /// <exception cref="SettingsException">The folder does not exist, or cannot be used: nothing is changed.</exception>
    public static async Task LoadReference(string folder, ILakeStore store, CancellationToken cancel)
    {
        if (!Directory.Exists(folder))
        {
            throw new SettingsException($"The reference folder {folder} does not exist.");
        }

        var local = new FolderLake(Path.GetTempPath(), elsewhere: new Dictionary<Zone, string> { [Zone.Reference] = Path.GetFullPath(folder) });
        var zone = LakeFolder.Of(Zone.Reference);
        var wanted = new Dictionary<LakePath, byte[]>();
        try
        {
            await foreach (var entry in local.List(zone, cancel).Where(entry => entry.Path is not null))
            {
                wanted[entry.Path!.Value] = (await local.Get(entry.Path!.Value, cancel))!.Bytes;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"The reference folder {folder} cannot be read: {e.Message}");
        }

        Check(folder, wanted);
        foreach (var (path, bytes) in wanted)
        {
            if (await store.Get(path, cancel) is not { } there || !there.Bytes.AsSpan().SequenceEqual(bytes))
            {
                await store.Put(path, bytes, cancel);
            }
        }

        await foreach (var entry in store.List(zone, cancel))
        {
            if (entry.Path is { } path && !wanted.ContainsKey(path))
            {
                await store.Delete(path, cancel);
            }
        }
    }

    /// <exception cref="SettingsException">The files cannot be used: says which and where.</exception>
    static void Check(string folder, IReadOnlyDictionary<LakePath, byte[]> files)
    {
        try
        {
            ReferenceData.Load(files.ToDictionary(file => file.Key.Name, file => file.Value));
        }
        catch (ReferenceException e)
        {
            throw new SettingsException($"{e.Message}\nNothing of {folder} was loaded: put it right and start again.");
        }
    }

    /// <summary>What a person at the terminal needs to go on.</summary>
    public static string Welcome(Uri address, LaptopKey key, string storage, bool hasReference) =>
        $"""

        Homeward function app
          address   {address}
          storage   {storage}
          key       {key.Text}   (header {LaptopKey.Header}; {(key.IsGiven ? "as HOMEWARD_KEY says" : "new at every start")})
          next      {(hasReference
            ? $"HOMEWARD_KEY={key.Text} homeward submit FOLDER --to {address} --provider RWR --period 2025-08 --wait"
            : "stop it, make data with 'homeward synth --scenario east-of-england --out demo', start again with --reference demo/reference --landing demo/landing")}
          stop      Ctrl+C

        """;
}
