using System.Globalization;
using Homeward.Cli.Terminals;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Rebuild;

namespace Homeward.Cli.Runs;

/// <summary>What a rebuild did and could not do, for a person or a machine.</summary>
sealed record RebuildSummary(string Lake, IReadOnlyList<string> PassedOver, RebuildReport Report)
{
    const int Shown = 20;

    public object Document() => new
    {
        lake = Lake,
        judged = Report.Judged.Count,
        accepted = Count(LedgerState.Published),
        rejected = Count(LedgerState.Rejected),
        unchanged = Count(LedgerState.Unchanged),
        periodsComputed = Report.Computed.Select(result => result.Period.ToString()),
        summary = Report.Summary.Outcome,
        kept = Report.Kept,
        lost = Report.Lost,
        passedOver = PassedOver,
    };

    public void Print(Terminal terminal)
    {
        var to = terminal.Out;
        to.WriteLine(Text($"{Counted.Of(Report.Judged.Count, "submission")} judged again: {Count(LedgerState.Published):N0} accepted, {Count(LedgerState.Rejected):N0} rejected, {Count(LedgerState.Unchanged):N0} unchanged."));
        to.WriteLine(Text($"{Counted.Of(Report.Computed.Count, "month")} computed again. The lake: {Lake}"));
        Lines(to, "Kept as they are", Report.Kept);
        Lines(to, "CANNOT BE REBUILT", Report.Lost);
        Lines(to, "Passed over", PassedOver);
    }

    int Count(LedgerState state) => Report.Judged.Count(result => result.Row.State == state);

    static void Lines(TextWriter to, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        to.WriteLine(Text($"{title} ({lines.Count:N0}):"));
        foreach (var line in lines.Take(Shown))
        {
            to.WriteLine($"  {line}");
        }

        if (lines.Count > Shown)
        {
            to.WriteLine(Text($"  and {lines.Count - Shown:N0} more (--json lists all)"));
        }
    }

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
