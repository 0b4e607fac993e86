using AzureETag = Azure.ETag;

namespace Homeward.Lake.Azure.Tables;

/// <summary>One row of a table: its keys, and properties of type string, int, long, bool or DateTimeOffset.</summary>
public sealed class TableEntity(string partitionKey, string rowKey) : Dictionary<string, object>(StringComparer.Ordinal)
{
    public string PartitionKey { get; } = partitionKey;

    public string RowKey { get; } = rowKey;

    /// <summary>The version that was read; the default where the row was never stored.</summary>
    public AzureETag ETag { get; init; }

    public string? GetString(string key) => GetValueOrDefault(key) as string;

    public int? GetInt32(string key) => GetValueOrDefault(key) as int?;

    public DateTimeOffset? GetDateTimeOffset(string key) => GetValueOrDefault(key) as DateTimeOffset?;

    object? GetValueOrDefault(string key) => TryGetValue(key, out var value) ? value : null;
}
