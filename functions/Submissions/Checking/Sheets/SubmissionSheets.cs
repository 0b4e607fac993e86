using Homeward.Columns;
using Homeward.Reference;

namespace Homeward.Submissions.Checking.Sheets;

/// <summary>All tables of one submission while it is judged.</summary>
/// <param name="Strangers">Files that are no table of the specification, or a table given twice; by name.</param>
sealed record SubmissionSheets(SubmissionIdentity Identity, CheckContext Context, IReadOnlyList<Sheet> All, IReadOnlyList<string> Strangers)
{
    public ReferenceData Reference => Context.Reference;

    public Month Period => Identity.Period;

    /// <summary>First day of the period, as days since 1970-01-01.</summary>
    public int Start { get; } = Identity.Period.Start;

    /// <summary>Last day of the period.</summary>
    public int End { get; } = Identity.Period.End;

    public bool IsProvider(string code) => code.Equals(Identity.Provider, StringComparison.OrdinalIgnoreCase);

    /// <summary>kpis.md §1: the nights of a stay that lie in the period; none where its start is not known.</summary>
    public int Nights(SheetColumn start, SheetColumn end, int row)
    {
        var last = end.TryDay(row, out var day) ? Math.Min(day, End + 1) : End + 1;
        return start.TryDay(row, out var first) ? Math.Max(0, last - Math.Max(first, Start)) : 0;
    }

    public Sheet this[string table] => All.First(sheet => sheet.Name == table);
}
