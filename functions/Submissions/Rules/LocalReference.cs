using Homeward.Submissions.Checking.Keys;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules;

/// <summary>A field that names a row of a table without being its foreign key.</summary>
sealed class LocalReference(SheetColumn column, Sheet target)
{
    readonly int[] known = PoolMap.Of(column.Text.Pool, target.Key!.Text.Pool);

    readonly bool tells = target.Sent ? target.Whole && target.Key!.Given : !target.Spec.Mandatory;

    public SheetColumn Column { get; } = column;

    public bool IsGiven(int row) => !Column.Values.IsNull(row);

    /// <summary>True where the row was sent, rejected or not; and where the table cannot tell, since its file is absent or broken off.</summary>
    public bool IsKnown(int row) => !tells || known[Column.Text.Codes[row]] >= 0;
}
