using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Homeward.Columns;
using Homeward.Lake;
using Homeward.Lake.Ledger;

namespace Homeward.Pipeline.Operations;

/// <summary>A day's copy of the ledger in the lake: with the versions, all that is needed to make a deployment again.</summary>
public static class LedgerCopy
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new MonthText(), new JsonStringEnumConverter<LedgerState>(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes <c>restricted/_ledger/{day}/submissions.json</c> and <c>runs.json</c>.</summary>
    public static async Task Write(ILakeStore store, ILedger ledger, DateOnly day, CancellationToken cancel = default)
    {
        var folder = LakeFolder.Of(Zone.Restricted, "_ledger", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var rows = await ledger.Submissions(cancel).Select(found => found.Row).ToListAsync(cancel);
        var runs = await ledger.Runs(cancel).Select(found => found.Row).ToListAsync(cancel);
        await store.Put(folder.File("submissions.json"), JsonSerializer.SerializeToUtf8Bytes(rows, Json), cancel);
        await store.Put(folder.File("runs.json"), JsonSerializer.SerializeToUtf8Bytes(runs, Json), cancel);
    }

    sealed class MonthText : JsonConverter<Month>
    {
        public override Month Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Month.Parse(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, Month value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
