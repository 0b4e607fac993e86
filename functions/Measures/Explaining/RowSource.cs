using System.Text;
using Homeward.Columns;
using Homeward.Measures.Records;
using Homeward.Measures.Tallying;

namespace Homeward.Measures.Explaining;

/// <summary>Says which row of which submission a subject stands for.</summary>
static class RowSource
{
    /// <param name="month">Months since the first month read; -1 where it is of no one month.</param>
    public static ExplainedRow Of(Region region, Subject subject, string table, ReadOnlySpan<byte> key, int month, int start, int end) => new(
        table,
        key.IsEmpty ? null : Encoding.UTF8.GetString(key),
        subject.Provider == 0 ? null : region.Pools.Organisations[subject.Provider],
        month < 0 ? null : region.MonthAt(month),
        subject.Person < 0 || subject.Person >= region.People ? null : Encoding.UTF8.GetString(region.Persons[subject.Person]),
        start == Day.Open ? null : DateColumn.Date(start),
        end == Day.Open ? null : DateColumn.Date(end));
}
