using Homeward.Reference;
using Homeward.Submissions.Checking.Outcome;
using Homeward.Submissions.Checking.Reading;
using Homeward.Submissions.Checking.Sheets;
using Homeward.Submissions.Rules.Submission;

namespace Homeward.Submissions.Checking;

/// <summary>Judges one submission: every F, G, R and W rule of submission.md §4 that needs no other submission.</summary>
public static class SubmissionCheck
{
    /// <summary>How many findings of a rule are kept (submission.md §5); all are counted.</summary>
    public const int FindingsCap = 10_000;

    /// <summary>Reads each file once and judges it all. Never throws for what the files hold.</summary>
    /// <exception cref="IOException">A file's stream failed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was set.</exception>
    public static CheckedSubmission Run(
        SubmissionIdentity identity,
        IReadOnlyList<SubmissionFile> files,
        CheckContext context,
        IProgress<CheckProgress>? progress = null,
        CancellationToken cancel = default)
    {
        var read = SheetReading.Read(files, progress, cancel);
        var all = new SubmissionSheets(identity, context, read.Sheets, read.Strangers);
        var findings = Judgement.Of(all, FindingsCap, cancel);
        return new CheckedSubmission(
            identity,
            VerdictOf(findings, read.ContentSha256, context),
            context.Received,
            Manifest.Created(all),
            read.ContentSha256,
            Judgement.IsSmall(all)
                ? [.. all.All.Select(sheet => Table(sheet, context.Reference))]
                : [.. all.All.AsParallel().AsOrdered().WithCancellation(cancel).Select(sheet => Table(sheet, context.Reference))],
            findings,
            Hiding.Of(all))
        {
            RowsLastMonth = context.RowsLastMonth,
            FindingsLastMonth = context.FindingsLastMonth,
            PackageFault = context.PackageFault,
            NewerUpload = context.NewerUpload,
            LateFiles = [.. context.LateFiles.Order(StringComparer.Ordinal)],
            Files = read.Files,
        };
    }

    static Verdict VerdictOf(Findings findings, string content, CheckContext context) =>
        findings.Counts.Keys.Any(rule => Rules.RuleCatalogue.Find(rule).Severity == Severity.File) ? Verdict.Rejected
        : content == context.CurrentContentSha256 ? Verdict.Unchanged
        : Verdict.Accepted;

    static CheckedTable Table(Sheet sheet, ReferenceData reference) => new(
        sheet.Spec, sheet.Whole, AcceptedRows.Of(sheet, reference), sheet.Rows, sheet.Rejected.Count(), sheet.Warned?.Count() ?? 0, VodimCount.Of(sheet));
}
