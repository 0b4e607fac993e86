using Homeward.Columns;
using Homeward.Submissions.Specification;

namespace Homeward.Submissions.Checking;

/// <summary>How many values of a field are Valid, Other, Default, Invalid and Missing (submission.md §5).</summary>
public sealed record Vodim(string Field, long Valid, long Other, long Default, long Invalid, long Missing)
{
    public long Total => Valid + Other + Default + Invalid + Missing;
}

/// <summary>One table after checking.</summary>
/// <param name="Present">The file was sent and could be read.</param>
/// <param name="Accepted">The rows that stand, typed, one column per field of the specification under its curated name
/// (absent optional columns filled with nulls) and <c>source_line</c>; confidential fields are still in it.</param>
/// <param name="Read">Rows read.</param>
/// <param name="Rejected">Rows rejected, each counted once.</param>
/// <param name="Warned">Accepted rows with at least one warning.</param>
public sealed record CheckedTable(TableSpec Spec, bool Present, Table Accepted, int Read, int Rejected, int Warned, IReadOnlyList<Vodim> Vodim)
{
    public int AcceptedRows => Accepted.RowCount;
}

/// <summary>What the rejected rows would have added.</summary>
public sealed record Hidden(long People, long Nights, long ActivePlacements);
