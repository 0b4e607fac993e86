using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Homeward.Columns;
using Homeward.Lake.Ledger;

namespace Homeward.Lake.Folder;

/// <summary>A ledger as one small JSON file per row, below the lake's folder <c>ledger</c>.</summary>
public sealed class FolderLedger(string root, TimeProvider? clock = null, bool durable = true) : ILedger
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new MonthConverter(), new JsonStringEnumConverter<LedgerState>(JsonNamingPolicy.CamelCase) },
        IgnoreReadOnlyProperties = true,
    };

    readonly TimeProvider clock = clock ?? TimeProvider.System;
    readonly AtomicFolder folder = new(
        Path.Combine(root, "ledger"), Path.Combine(root, FolderLake.WorkFolder), clock ?? TimeProvider.System, durable);

    readonly ConcurrentDictionary<string, (ETag Version, object Row)> parsed = new(StringComparer.Ordinal);

    public Task<Stored<SubmissionRow>?> Submission(string provider, Month period, string upload, CancellationToken cancel = default) =>
        Task.FromResult(Get<SubmissionRow>(SubmissionName(provider, period, upload), cancel));

    public IAsyncEnumerable<Stored<SubmissionRow>> Submissions(CancellationToken cancel = default) => All<SubmissionRow>("submissions", cancel);

    public IAsyncEnumerable<Stored<SubmissionRow>> Submissions(string provider, Month period, CancellationToken cancel = default) =>
        All<SubmissionRow>(Allowed($"submissions/{provider}/{period}"), cancel);

    public Task<Stored<SubmissionRow>?> Add(SubmissionRow row, CancellationToken cancel = default) =>
        Task.FromResult(Put(SubmissionName(row.Provider, row.Period, row.Upload), row, null, cancel));

    public Task<Stored<SubmissionRow>?> Replace(SubmissionRow row, ETag version, CancellationToken cancel = default) =>
        Task.FromResult(Put(SubmissionName(row.Provider, row.Period, row.Upload), row, version, cancel));

    public Task<Stored<RunRow>?> Run(Month period, CancellationToken cancel = default) =>
        Task.FromResult(Get<RunRow>(RunName(period), cancel));

    public IAsyncEnumerable<Stored<RunRow>> Runs(CancellationToken cancel = default) => All<RunRow>("runs", cancel);

    public Task<Stored<RunRow>?> Add(RunRow row, CancellationToken cancel = default) =>
        Task.FromResult(Put(RunName(row.Period), row, null, cancel));

    public Task<Stored<RunRow>?> Replace(RunRow row, ETag version, CancellationToken cancel = default) =>
        Task.FromResult(Put(RunName(row.Period), row, version, cancel));

    Stored<T>? Get<T>(string name, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return folder.Get(name) is { } file ? new(Parse<T>(name, file.Bytes), file.ETag, clock.GetUtcNow()) : null;
    }

    /// <summary>A row that was parsed before in this version: computing many periods reads the same rows again and again.</summary>
    Stored<T>? Get<T>(string name, FileInfo file, CancellationToken cancel)
        where T : notnull
    {
        var version = AtomicFolder.Version(file.LastWriteTimeUtc, file.Length);
        if (parsed.TryGetValue(name, out var known) && known.Version == version)
        {
            return new((T)known.Row, version, clock.GetUtcNow());
        }

        var read = Get<T>(name, cancel);
        if (read is not null)
        {
            parsed[name] = (read.ETag, read.Row);
        }

        return read;
    }

    Stored<T>? Put<T>(string name, T row, ETag? version, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var bytes = JsonSerializer.SerializeToUtf8Bytes(row, Json);
        var written = version is { } known ? folder.PutIfMatch(name, bytes, known) : folder.PutIfAbsent(name, bytes);
        return written is { } etag ? new(row, etag, clock.GetUtcNow()) : null;
    }

    async IAsyncEnumerable<Stored<T>> All<T>(string below, [EnumeratorCancellation] CancellationToken cancel)
        where T : notnull
    {
        foreach (var (name, file) in folder.List(below))
        {
            if (name.EndsWith(".json", StringComparison.Ordinal) && Get<T>($"{below}/{name}", file, cancel) is { } row)
            {
                yield return row;
            }
        }

        await Task.CompletedTask;
    }

    T Parse<T>(string name, byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, Json) ?? throw new JsonException("null");
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            throw new InvalidDataException(
                $"The ledger row {Path.Combine(root, "ledger", name)} cannot be read: restore it from a copy, or rebuild the lake.", e);
        }
    }

    static string SubmissionName(string provider, Month period, string upload) => Allowed($"submissions/{provider}/{period}/{upload}.json");

    static string RunName(Month period) => $"runs/{period}.json";

    static string Allowed(string name) => LakePath.IsAllowed(name)
        ? name
        : throw new FormatException("Not the name of a submission: a provider and an upload are letters, digits, '.', '_' and '-'.");

    sealed class MonthConverter : JsonConverter<Month>
    {
        public override Month Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Month.Parse(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, Month value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
