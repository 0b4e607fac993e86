using System.Collections.Concurrent;
using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Keys;
using Homeward.Submissions.Checking.Sheets;
using Homeward.Submissions.Checking.Values;
using Homeward.Submissions.Rules;

namespace Homeward.Submissions.Checking;

/// <summary>Lets every rule judge a submission, in the order that makes a row count once and a cascade start at its root.</summary>
/// <remarks>
/// What may run side by side does: columns; the rejecting rules of one table, which ask only which rows of the parent table stand; and all
/// warnings, which ask only which rows stand at all. Each rule keeps its own findings in row order, so the outcome does not depend on it.
/// </remarks>
static class Judgement
{
    // Below this, handing rules to other threads costs more than it saves; a national run judges one submission per core anyway.
    const int ParallelRows = 200_000;

    public static Findings Of(SubmissionSheets all, int cap, CancellationToken cancel)
    {
        var ledger = new Ledger(cap);
        var alone = IsSmall(all);
        SideBySide(all.All.SelectMany(sheet => Preparations(sheet, all)), alone, cancel);
        foreach (var sheet in all.All)
        {
            SideBySide(Rules(sheet, RuleBook.Keys.Concat(RuleBook.Values).Concat(RuleBook.Rows[sheet.Name]), all, ledger), alone, cancel);
        }

        SideBySide(all.All.SelectMany(sheet => Rules(sheet, RuleBook.Warnings[sheet.Name].Concat(RuleBook.ValueWarnings), all, ledger)), alone, cancel);
        foreach (var rule in RuleBook.Submission)
        {
            rule.Judge(all, ledger.For(rule.Id));
        }

        return ledger.Close(all.All);
    }

    /// <summary>True where one thread is done sooner than several would be.</summary>
    public static bool IsSmall(SubmissionSheets all) => all.All.Sum(sheet => (long)sheet.Rows) < ParallelRows;

    static IEnumerable<Action> Preparations(Sheet sheet, SubmissionSheets all)
    {
        if (sheet.Parent is not null)
        {
            yield return () => sheet.ParentRows = KeyRows.Of(sheet.ParentKey!.Text, sheet.Parent);
        }

        foreach (var column in sheet.Columns)
        {
            yield return () => column.Classes = ValueClasses.Of(column, all.Reference, all.Period);
        }
    }

    static IEnumerable<Action> Rules(Sheet sheet, IEnumerable<IRule> rules, SubmissionSheets all, Ledger ledger) => sheet.Rows == 0
        ? []
        : rules.Select(rule => (Action)(() => rule.Judge(sheet, all, ledger.For(rule.Id, sheet))));

    static void SideBySide(IEnumerable<Action> work, bool alone, CancellationToken cancel)
    {
        if (!alone)
        {
            Parallel.ForEach(
                Partitioner.Create(work, EnumerablePartitionerOptions.NoBuffering), new ParallelOptions { CancellationToken = cancel }, action => action());
            return;
        }

        foreach (var action in work)
        {
            cancel.ThrowIfCancellationRequested();
            action();
        }
    }
}
