using Homeward.Lake.Ledger;
using Homeward.Pipeline.Ingest;
using Homeward.Pipeline.Packages;

namespace Homeward.Pipeline.Rebuild;

/// <summary>Puts submissions back that can be judged again: those whose files lie in landing as they were judged.</summary>
sealed class PutBack(ILedger ledger)
{
    /// <summary>Null where the submission was put back; else why it stays as it is.</summary>
    public async Task<string?> Try(Stored<SubmissionRow> found, FoundUpload? upload, CancellationToken cancel)
    {
        if (upload is null)
        {
            return "its landing is gone";
        }

        if (found.Row.State == LedgerState.Parked)
        {
            return "it is parked after repeated failures";
        }

        if (found.Row.Files is not { } judged)
        {
            return "the ledger does not say which files it was judged with";
        }

        try
        {
            var pinned = await upload.Pin(cancel);
            if (pinned.Fault is { } fault && judged.Count > 0)
            {
                return fault.Problem;
            }

            var here = pinned.Files.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
            var changed = LateFiles.Find(judged, pinned, changed: true).Where(judged.ContainsKey).Concat(judged.Keys.Where(name => !here.Contains(name))).ToList();
            if (changed.Count > 0)
            {
                return $"{string.Join(", ", changed)} in landing {(changed.Count == 1 ? "is" : "are")} not as judged";
            }
        }
        catch (PackageException e) when (judged.Count > 0)
        {
            return e.Message;
        }

        var again = found.Row with { State = LedgerState.Received, Lease = null, Failures = 0, Problem = null };
        return await ledger.Replace(again, found.ETag, cancel) is null ? "another process works on it" : null;
    }
}
