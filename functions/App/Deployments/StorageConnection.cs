using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Homeward.Lake.Azure;
using Homeward.Lake.Azure.Tables;

namespace Homeward.App.Deployments;

/// <summary>The way to one storage account: a connection string, or addresses and an identity.</summary>
/// <remarks>
/// Settings as the Functions host reads them for its own connections: <c>{name}</c>, or <c>{name}__accountName</c>, or
/// <c>{name}__blobServiceUri</c>, <c>__queueServiceUri</c> and <c>__tableServiceUri</c>, with <c>__clientId</c> for a user-assigned identity.
/// </remarks>
sealed class StorageConnection
{
    readonly string? connectionString;
    readonly Func<string, Uri> address;
    readonly TokenCredential? credential;

    StorageConnection(string name, string? connectionString, Func<string, Uri> address, TokenCredential? credential) =>
        (Name, this.connectionString, this.address, this.credential) = (name, connectionString, address, credential);

    public string Name { get; }

    /// <exception cref="SettingsException">The text is no connection string with a key.</exception>
    public static StorageConnection FromConnectionString(string name, string connectionString)
    {
        var storage = new StorageConnection(name, connectionString, _ => throw new InvalidOperationException(), null);
        try
        {
            storage.Blobs();
            storage.Queue(Queues.Landing);
            storage.Table(TableLedger.SubmissionsTable);
            return storage;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            // What the clients say may hold the key.
            throw new SettingsException($"{name} is not the connection string of a storage account: expected DefaultEndpointsProtocol=https;AccountName=…;AccountKey=…;EndpointSuffix=core.windows.net, "
                + "as 'az storage account show-connection-string' prints it, or UseDevelopmentStorage=true for an emulator that runs already.");
        }
    }

    /// <summary>Null where the settings name no such connection.</summary>
    public static StorageConnection? Find(IConfiguration settings, string name, Func<string?, TokenCredential> identity)
    {
        if (settings[name] is { Length: > 0 } text)
        {
            return FromConnectionString(name, text);
        }

        var section = settings.GetSection(name);
        return section.GetChildren().Any()
            ? new StorageConnection(name, null, service => Address(section, name, service), identity(section["clientId"]))
            : null;
    }

    public BlobServiceClient Blobs() => connectionString is { } text
        ? new BlobServiceClient(text)
        : new BlobServiceClient(address("blob"), credential);

    /// <summary>Messages in base64, as the Functions host reads and writes them.</summary>
    public QueueClient Queue(string name)
    {
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        return connectionString is { } text
            ? new QueueClient(text, name, options)
            : new QueueClient(new Uri(address("queue"), name), credential, options);
    }

    public TableClient Table(string name) => connectionString is { } text
        ? TableClient.FromConnectionString(text, name)
        : new TableClient(address("table"), name, credential!);

    static Uri Address(IConfigurationSection section, string name, string service) =>
        section[service + "ServiceUri"] is { Length: > 0 } uri ? Uri.TryCreate(uri, UriKind.Absolute, out var given) ? given : throw new SettingsException($"{name}__{service}ServiceUri is no address: expected one such as https://ACCOUNT.{service}.core.windows.net.")
        : section["accountName"] is { Length: > 0 } account ? Uri.TryCreate($"https://{account}.{service}.core.windows.net", UriKind.Absolute, out var made) ? made : throw new SettingsException($"{name}__accountName is no account's name: expected its name alone, such as homewardlake.")
        : throw new SettingsException($"{name}__{service}ServiceUri is not set, nor {name}__accountName: expected one of them, or {name} as a connection string.");
}

/// <summary>The app cannot start with its settings: says which and what to do. Never a secret in it.</summary>
public sealed class SettingsException(string message) : Exception(message);
