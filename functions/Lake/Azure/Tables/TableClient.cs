using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using AzureETag = Azure.ETag;
using Failure = Azure.RequestFailedException;
using Response = Azure.Response;

namespace Homeward.Lake.Azure.Tables;

/// <summary>The part of <c>Azure.Data.Tables.TableClient</c> that the ledger needs, under the same names, for as long as that package cannot be restored everywhere.</summary>
/// <remarks>Retries, redirects, logging and authentication are Azure.Core's. Failures are <see cref="Failure"/> with the service's status.</remarks>
public sealed class TableClient
{
    const string Json = "application/json;odata=minimalmetadata";
    readonly HttpPipeline pipeline;
    readonly Uri endpoint;

    /// <param name="endpoint">The account's table service, such as <c>https://name.table.core.windows.net</c>.</param>
    public TableClient(Uri endpoint, string tableName, TokenCredential credential, TableClientOptions? options = null)
        : this(endpoint, tableName, new BearerTokenAuthenticationPolicy(credential, "https://storage.azure.com/.default"), options)
    {
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions? options = null)
        : this(endpoint, tableName, new TableSharedKeyPolicy(credential, TimeProvider.System), options)
    {
    }

    TableClient(Uri endpoint, string tableName, HttpPipelinePolicy authentication, TableClientOptions? options)
    {
        this.endpoint = new Uri(endpoint.AbsoluteUri.TrimEnd('/') + "/");
        Name = tableName;
        pipeline = HttpPipelineBuilder.Build(new HttpPipelineOptions(options ?? new TableClientOptions())
        {
            PerRetryPolicies = { authentication },
            RequestFailedDetailsParser = new TableErrorParser(),
        });
    }

    public string Name { get; }

    /// <exception cref="FormatException">The connection string names no table service or no key.</exception>
    public static TableClient FromConnectionString(string connectionString, string tableName, TableClientOptions? options = null)
    {
        var (endpoint, credential) = TableConnectionString.Parse(connectionString);
        return new TableClient(endpoint, tableName, credential, options);
    }

    public async Task CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        var name = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["TableName"] = Name });
        using var response = await Send(RequestMethod.Post, "Tables", name, null, cancellationToken);
        Check(response, 201, 204, 409);
    }

    /// <summary>The row and the service's clock; a null row where there is none.</summary>
    public async Task<(TableEntity? Entity, DateTimeOffset Date)> GetEntityIfExistsAsync(
        string partitionKey, string rowKey, CancellationToken cancellationToken = default)
    {
        using var response = await Send(RequestMethod.Get, Row(partitionKey, rowKey), null, null, cancellationToken);
        if (response.Status == 404 && TableErrorParser.Code(response) != "TableNotFound")
        {
            return (null, Date(response));
        }

        Check(response, 200);
        using var json = JsonDocument.Parse(response.Content.ToMemory());
        return (TableEntityJson.Read(json.RootElement), Date(response));
    }

    /// <summary>409 where the row exists.</summary>
    public async Task<(AzureETag ETag, DateTimeOffset Date)> AddEntityAsync(TableEntity entity, CancellationToken cancellationToken = default)
    {
        using var response = await Send(RequestMethod.Post, Name, TableEntityJson.Write(entity), null, cancellationToken);
        Check(response, 201, 204);
        return (response.Headers.ETag ?? default, Date(response));
    }

    /// <summary>Replaces the row: 412 where it is another version, 404 where it is gone.</summary>
    public async Task<(AzureETag ETag, DateTimeOffset Date)> UpdateEntityAsync(
        TableEntity entity, AzureETag ifMatch, CancellationToken cancellationToken = default)
    {
        var row = Row(entity.PartitionKey, entity.RowKey);
        using var response = await Send(RequestMethod.Put, row, TableEntityJson.Write(entity), ifMatch, cancellationToken);
        Check(response, 204);
        return (response.Headers.ETag ?? default, Date(response));
    }

    /// <summary>Whatever its version; nothing happens where there is none.</summary>
    public async Task DeleteEntityAsync(string partitionKey, string rowKey, CancellationToken cancellationToken = default)
    {
        using var response = await Send(RequestMethod.Delete, Row(partitionKey, rowKey), null, AzureETag.All, cancellationToken);
        Check(response, 204, 404);
    }

    /// <param name="filter">OData, such as <c>PartitionKey eq 'RWR'</c>; null for every row.</param>
    public async IAsyncEnumerable<(TableEntity Entity, DateTimeOffset Date)> QueryAsync(
        string? filter = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var next = "";
        do
        {
            var query = filter is null ? next : $"{next}&$filter={Uri.EscapeDataString(filter)}";
            using var response = await Send(RequestMethod.Get, $"{Name}()?{query.TrimStart('&')}", null, null, cancellationToken);
            Check(response, 200);
            using var json = JsonDocument.Parse(response.Content.ToMemory());
            foreach (var row in json.RootElement.GetProperty("value").EnumerateArray())
            {
                yield return (TableEntityJson.Read(row), Date(response));
            }

            next = Continuation(response);
        }
        while (next.Length > 0);
    }

    static string Continuation(Response response)
    {
        return Part("NextPartitionKey") + Part("NextRowKey");

        string Part(string name) => response.Headers.TryGetValue("x-ms-continuation-" + name, out var value) && value.Length > 0
            ? $"&{name}={Uri.EscapeDataString(value)}"
            : "";
    }

    static void Check(Response response, params ReadOnlySpan<int> expected)
    {
        if (!expected.Contains(response.Status))
        {
            throw new Failure(response);
        }
    }

    /// <summary>Every answer of the service is dated, to the second.</summary>
    static DateTimeOffset Date(Response response) =>
        response.Headers.Date ?? throw new InvalidDataException("The table service's answer has no Date: leases cannot be judged without it.");

    string Row(string partitionKey, string rowKey) => $"{Name}(PartitionKey='{Key(partitionKey)}',RowKey='{Key(rowKey)}')";

    static string Key(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));

    async Task<Response> Send(RequestMethod method, string target, byte[]? body, AzureETag? ifMatch, CancellationToken cancel)
    {
        var message = pipeline.CreateMessage();
        using var request = message.Request;
        request.Method = method;
        request.Uri.Reset(new Uri(endpoint, target));
        request.Headers.SetValue("x-ms-version", "2019-02-02");
        request.Headers.SetValue("DataServiceVersion", "3.0;NetFx");
        request.Headers.SetValue("Accept", Json);
        if (body is not null)
        {
            request.Headers.SetValue("Content-Type", "application/json;odata=nometadata");
            request.Headers.SetValue("Prefer", "return-no-content");
            request.Content = RequestContent.Create(body);
        }

        if (ifMatch is { } version)
        {
            request.Headers.SetValue("If-Match", version.ToString("H"));
        }

        await pipeline.SendAsync(message, cancel);
        return message.Response;
    }
}

/// <summary>Retries, transport and diagnostics of a <see cref="TableClient"/>.</summary>
public sealed class TableClientOptions : ClientOptions;
