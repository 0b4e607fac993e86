using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Keys;
using Homeward.Submissions.Checking.Sheets;
using Homeward.Submissions.Checking.Values;
using Homeward.Submissions.Rules;

namespace Homeward.Submissions.Checking;

/// <summary>Lets every rule judge a submission, in the order that makes a row count once and a cascade start at its root.</summary>
static class Judgement
{
    public static Findings Of(SubmissionSheets all, int cap, CancellationToken cancel)
    {
        var ledger = new Ledger(cap);
        Each(all, sheet =>
        {
            foreach (var column in sheet.Columns)
            {
                column.Classes = ValueClasses.Of(column, all.Reference, all.Period);
            }

            sheet.ParentRows = sheet.Parent is null ? [] : KeyRows.Of(sheet.ParentKey!.Text, sheet.Parent);
            Judge(RuleBook.Values, sheet, all, ledger);
        }, cancel);
        foreach (var sheet in all.All)
        {
            cancel.ThrowIfCancellationRequested();
            Judge(RuleBook.Keys, sheet, all, ledger);
            Judge(RuleBook.Rows[sheet.Name], sheet, all, ledger);
        }

        Each(all, sheet =>
        {
            Judge(RuleBook.ValueWarnings, sheet, all, ledger);
            Judge(RuleBook.Warnings[sheet.Name], sheet, all, ledger);
        }, cancel);
        foreach (var rule in RuleBook.Submission)
        {
            rule.Judge(all, ledger.For(rule.Id));
        }

        return ledger.Close(all.All);
    }

    static void Judge(IEnumerable<IRule> rules, Sheet sheet, SubmissionSheets all, Ledger ledger)
    {
        if (sheet.Rows == 0)
        {
            return;
        }

        foreach (var rule in rules)
        {
            rule.Judge(sheet, all, ledger.For(rule.Id, sheet));
        }
    }

    static void Each(SubmissionSheets all, Action<Sheet> judge, CancellationToken cancel) =>
        Parallel.ForEach(all.All, new ParallelOptions { CancellationToken = cancel }, judge);
}
