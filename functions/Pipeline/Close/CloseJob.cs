using System.Text.Json;
using Homeward.Columns;
using Homeward.Lake;
using Homeward.Lake.Ledger;
using Homeward.Measures.Months;
using Homeward.Pipeline.Compute;
using Homeward.Reference;

namespace Homeward.Pipeline.Close;

/// <summary>A month that passed its cut-off.</summary>
/// <param name="Closed">True where its marts were put on record now.</param>
/// <param name="Missing">Providers that are expected and have nothing accepted.</param>
/// <param name="Unsent">True where nobody has anything accepted: there are no marts to put on record, and somebody has to be told all the same.</param>
public sealed record ClosedMonth(Month Period, bool Closed, IReadOnlyList<string> Missing, bool Unsent = false);

/// <summary>Puts a month's marts on record once its cut-off has passed, as they stand then. Closing refuses nothing: only closedThrough does.</summary>
public sealed class CloseJob(ILakeStore store, ILedger ledger, ReferenceData reference)
{
    const string Begun = "_closing.json";

    /// <summary>For so long after its cut-off a month that nobody sent is named: nothing of it is on record to show that it was.</summary>
    static readonly TimeSpan Reminded = TimeSpan.FromDays(7);

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    readonly RunFiles runs = new(store);

    /// <summary>Every period with figures whose cut-off lies before <paramref name="now"/>, by period; last the newest one, where nobody sent it.</summary>
    public async Task<IReadOnlyList<ClosedMonth>> Run(DateTimeOffset now, CancellationToken cancel = default)
    {
        var closed = new List<ClosedMonth>();
        var rows = await ledger.Submissions(cancel).Select(found => found.Row).ToListAsync(cancel);
        await foreach (var run in ledger.Runs(cancel))
        {
            if (run.Row.RunId is { } id && CutOff.Of(run.Row.Period, reference.Settings.CutOffDay) < now)
            {
                closed.Add(new(run.Row.Period, await Close(run.Row.Period, id, cancel), ExpectedProviders.Missing(run.Row.Period, rows, reference)));
            }
        }

        if (Unsent(now, rows) is { } unsent)
        {
            closed.Add(new(unsent, Closed: false, ExpectedProviders.Missing(unsent, rows, reference), Unsent: true));
        }

        return closed;
    }

    /// <summary>The run that is being put on record; null where none is, or the month is on record already.</summary>
    internal static async Task<string?> Closing(ILakeStore store, Month period, CancellationToken cancel)
    {
        var folder = Folder(period);
        return await store.Get(folder.File(Begun), cancel) is { } begun && await store.Get(folder.File(LakePaths.RunFile), cancel) is null
            ? Parse(begun).RunId
            : null;
    }

    /// <summary>The month whose cut-off has just passed, if others were sent before it and nobody sent this one.</summary>
    Month? Unsent(DateTimeOffset now, IReadOnlyList<SubmissionRow> rows)
    {
        var before = Month.Of(DateOnly.FromDateTime(now.UtcDateTime)) - 1;
        var last = CutOff.Of(before, reference.Settings.CutOffDay) < now ? before : before - 1;
        var accepted = rows.Where(row => row.State == LedgerState.Published).Select(row => row.Period).ToHashSet();
        return now - CutOff.Of(last, reference.Settings.CutOffDay) < Reminded && !accepted.Contains(last) && accepted.Any(period => period < last)
            ? last
            : null;
    }

    /// <summary>The run is chosen once, by the file that begins the copy, so that an interrupted copy goes on with the same run.</summary>
    async Task<bool> Close(Month period, string current, CancellationToken cancel)
    {
        var folder = Folder(period);
        if (await store.Get(folder.File(LakePaths.RunFile), cancel) is not null)
        {
            return false;
        }

        await store.PutIfAbsent(folder.File(Begun), JsonSerializer.SerializeToUtf8Bytes(new Beginning(current), Json), cancel);
        var begun = Parse((await store.Get(folder.File(Begun), cancel))!);
        var manifest = await runs.Find(period, begun.RunId, cancel)
            ?? throw new InvalidDataException($"Run {begun.RunId} of {period} is not in the lake: remove {folder.File(Begun)} and close the month again.");
        var below = $"/period={period}/";
        var files = manifest.Paths.Where(path => path.Zone == Zone.Marts && path.Name.Contains(below, StringComparison.Ordinal)).ToList();
        foreach (var path in files)
        {
            var bytes = await runs.Read(period, begun.RunId, path, cancel);
            await store.PutIfAbsent(folder.File(path.Name.Replace(below, "/", StringComparison.Ordinal)), bytes, cancel);
        }

        var marts = manifest.Files.Where(file => files.Contains(LakePath.Parse(file.Key))).ToDictionary(file => file.Key, file => file.Value);
        await store.PutIfAbsent(folder.File(LakePaths.RunFile), (manifest with { Files = marts }).ToBytes(), cancel);
        return true;
    }

    static LakeFolder Folder(Month period) => LakeFolder.Of(Zone.Marts, "closed", $"period={period}");

    static Beginning Parse(LakeFile begun) => JsonSerializer.Deserialize<Beginning>(begun.Bytes, Json)!;

    sealed record Beginning(string RunId);
}
