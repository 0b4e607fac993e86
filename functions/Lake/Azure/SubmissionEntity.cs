using System.Text.Json;
using Homeward.Columns;
using Homeward.Lake.Azure.Tables;
using Homeward.Lake.Ledger;

namespace Homeward.Lake.Azure;

/// <summary>A submission's row in the table: PartitionKey its provider, RowKey <c>{period}|{upload}</c>.</summary>
static class SubmissionEntity
{
    public static string RowKey(Month period, string upload) => $"{period}|{upload}";

    public static TableEntity Write(SubmissionRow row)
    {
        var entity = new TableEntity(row.Provider, RowKey(row.Period, row.Upload))
        {
            [nameof(row.State)] = row.State.ToString(),
            [nameof(row.Received)] = row.Received,
            [nameof(row.Failures)] = row.Failures,
        };
        Set(entity, nameof(row.ContentSha256), row.ContentSha256);
        Set(entity, nameof(row.KeyId), row.KeyId);
        Set(entity, nameof(row.SpecVersion), row.SpecVersion);
        Set(entity, nameof(row.ReferenceVersion), row.ReferenceVersion);
        Set(entity, nameof(row.Problem), row.Problem);
        Set(entity, nameof(row.Tables), row.Tables.Count > 0 ? JsonSerializer.Serialize(row.Tables) : null);
        Set(entity, nameof(row.Rules), row.Rules is null ? null : JsonSerializer.Serialize(row.Rules));
        Set(entity, nameof(row.Hidden), row.Hidden is null ? null : JsonSerializer.Serialize(row.Hidden));
        Set(entity, nameof(row.VodimSha256), row.VodimSha256);
        Set(entity, nameof(row.Files), row.Files is null ? null : JsonSerializer.Serialize(row.Files));
        Set(entity, "LeaseOwner", row.Lease?.Owner);
        Set(entity, "LeaseExpires", row.Lease?.Expires);
        return entity;
    }

    public static SubmissionRow Read(TableEntity entity)
    {
        var bar = entity.RowKey.IndexOf('|', StringComparison.Ordinal);
        if (bar < 0
            || !Month.TryParse(entity.RowKey[..bar], out var period)
            || !Enum.TryParse<LedgerState>(entity.GetString(nameof(SubmissionRow.State)), out var state)
            || entity.GetDateTimeOffset(nameof(SubmissionRow.Received)) is not { } received)
        {
            throw new InvalidDataException(
                $"The ledger row {entity.PartitionKey}, {entity.RowKey} cannot be read: expected RowKey 'yyyy-MM|upload', State and Received. Restore it from a copy, or rebuild the lake.");
        }

        return new SubmissionRow(entity.PartitionKey, period, entity.RowKey[(bar + 1)..], state, received)
        {
            ContentSha256 = entity.GetString(nameof(SubmissionRow.ContentSha256)),
            KeyId = entity.GetString(nameof(SubmissionRow.KeyId)),
            SpecVersion = entity.GetString(nameof(SubmissionRow.SpecVersion)),
            ReferenceVersion = entity.GetString(nameof(SubmissionRow.ReferenceVersion)),
            Problem = entity.GetString(nameof(SubmissionRow.Problem)),
            Failures = entity.GetInt32(nameof(SubmissionRow.Failures)) ?? 0,
            Tables = Json<Dictionary<string, TableCounts>>(entity.GetString(nameof(SubmissionRow.Tables))) ?? [],
            Rules = Json<Dictionary<string, long>>(entity.GetString(nameof(SubmissionRow.Rules))),
            Hidden = Json<HiddenCounts>(entity.GetString(nameof(SubmissionRow.Hidden))),
            VodimSha256 = entity.GetString(nameof(SubmissionRow.VodimSha256)),
            Files = Json<Dictionary<string, JudgedFile>>(entity.GetString(nameof(SubmissionRow.Files))),
            Lease = entity.GetString("LeaseOwner") is { } owner && entity.GetDateTimeOffset("LeaseExpires") is { } expires ? new Lease(owner, expires) : null,
        };
    }

    static T? Json<T>(string? json)
        where T : class => json is null ? null : JsonSerializer.Deserialize<T>(json);

    static void Set(TableEntity entity, string name, object? value)
    {
        if (value is not null)
        {
            entity[name] = value;
        }
    }
}
