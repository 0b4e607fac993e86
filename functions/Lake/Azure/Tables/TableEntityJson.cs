using System.Globalization;
using System.Text.Json;
using AzureETag = Azure.ETag;

namespace Homeward.Lake.Azure.Tables;

/// <summary>Rows as the table service writes them: OData JSON, where a type that JSON lacks stands beside its value.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/payload-format-for-table-service-operations</remarks>
static class TableEntityJson
{
    const string TypeSuffix = "@odata.type";

    public static byte[] Write(TableEntity entity)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("PartitionKey", entity.PartitionKey);
            json.WriteString("RowKey", entity.RowKey);
            foreach (var (name, value) in entity)
            {
                Write(json, name, value);
            }

            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    public static TableEntity Read(JsonElement json)
    {
        var entity = new TableEntity(json.GetProperty("PartitionKey").GetString()!, json.GetProperty("RowKey").GetString()!)
        {
            ETag = json.TryGetProperty("odata.etag", out var tag) ? new AzureETag(tag.GetString()!) : default,
        };
        foreach (var property in json.EnumerateObject())
        {
            if (property.Name is not ("PartitionKey" or "RowKey") && !property.Name.Contains("odata.", StringComparison.Ordinal)
                && Value(json, property) is { } value)
            {
                entity[property.Name] = value;
            }
        }

        return entity;
    }

    static void Write(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteString(name, text);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case long number:
                json.WriteString(name + TypeSuffix, "Edm.Int64");
                json.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset time:
                json.WriteString(name + TypeSuffix, "Edm.DateTime");
                json.WriteString(name, time.UtcDateTime.ToString("o", CultureInfo.InvariantCulture));
                break;
            default:
                throw new NotSupportedException($"A table row cannot hold {name}: {value.GetType().Name} is not string, int, long, bool or DateTimeOffset.");
        }
    }

    static object? Value(JsonElement row, JsonProperty property)
    {
        var type = row.TryGetProperty(property.Name + TypeSuffix, out var named) ? named.GetString() : null;
        return property.Value.ValueKind switch
        {
            JsonValueKind.String when type == "Edm.DateTime" =>
                DateTimeOffset.Parse(property.Value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            JsonValueKind.String when type == "Edm.Int64" => long.Parse(property.Value.GetString()!, CultureInfo.InvariantCulture),
            JsonValueKind.String => property.Value.GetString(),
            JsonValueKind.Number => property.Value.GetInt32(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };
    }
}
