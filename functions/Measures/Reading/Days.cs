using Homeward.Columns;
using Homeward.Measures.Records;

namespace Homeward.Measures.Reading;

/// <summary>A date column whose blanks are days that never come.</summary>
readonly struct Days(DateColumn column)
{
    public int this[int row] => column.IsNull(row) ? Day.Open : column.Values[row];
}
