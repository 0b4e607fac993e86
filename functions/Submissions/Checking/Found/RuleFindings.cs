using System.Runtime.CompilerServices;
using Homeward.Columns;
using Homeward.Submissions.Checking.Sheets;
using Homeward.Submissions.Rules;

namespace Homeward.Submissions.Checking.Found;

/// <summary>What one rule finds in one table: an exact count, the first occurrences up to the cap, and the mark on the row.</summary>
/// <remarks>A rule goes through the rows of a field in ascending order, so that the occurrences kept are the first in the file.</remarks>
sealed class RuleFindings(RuleEntry rule, Sheet sheet, int cap)
{
    readonly List<Occurrence>?[] kept = new List<Occurrence>?[sheet.Columns.Count + 1];

    public RuleEntry Rule { get; } = rule;

    public Sheet Sheet { get; } = sheet;

    public long Count { get; private set; }

    /// <summary>Rows found; null when there is none.</summary>
    public Bits? Hits { get; private set; }

    bool Rejects { get; } = rule.Severity is Severity.Record or Severity.Group;

    /// <summary>A row, and the field at fault; null for the row as a whole.</summary>
    public void At(int row, SheetColumn? column)
    {
        if (Keeps(row, column))
        {
            Keep(row, column, "");
        }

        Mark(row, column);
    }

    /// <summary>As above, with the part of the message that only this row can tell.</summary>
    public void At(int row, SheetColumn? column, [InterpolatedStringHandlerArgument("", nameof(row), nameof(column))] Detail detail)
    {
        if (Keeps(row, column))
        {
            Keep(row, column, detail.ToString());
        }

        Mark(row, column);
    }

    /// <summary>True where an occurrence would be kept; a warning about a rejected row is none.</summary>
    internal bool Keeps(int row, SheetColumn? column) =>
        (Rejects || !Sheet.Rejected[row]) && (kept[Slot(column)]?.Count ?? 0) < cap;

    /// <summary>Kept occurrences by line, then field.</summary>
    public IEnumerable<Occurrence> Kept() =>
        kept.Where(list => list is not null).SelectMany(list => list!).OrderBy(occurrence => occurrence.Row).ThenBy(occurrence => Slot(occurrence.Column));

    void Keep(int row, SheetColumn? column, string detail) => (kept[Slot(column)] ??= []).Add(new Occurrence(row, column, detail));

    void Mark(int row, SheetColumn? column)
    {
        if (!Rejects && Sheet.Rejected[row])
        {
            return;
        }

        Count++;
        Hits ??= new Bits(Sheet.Rows);
        Hits[row] = true;
        if (Rejects)
        {
            Sheet.Reject(row, column);
        }
        else
        {
            Sheet.Warn(row);
        }
    }

    static int Slot(SheetColumn? column) => column is null ? 0 : column.Index + 1;
}

/// <param name="Detail">The part of the message that only the row can tell.</param>
readonly record struct Occurrence(int Row, SheetColumn? Column, string Detail);
