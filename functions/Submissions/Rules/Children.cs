using Homeward.Columns;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules;

/// <summary>Which rows of a table have a row below them.</summary>
static class Children
{
    /// <summary>Rows of <paramref name="parent"/> with at least one row of <paramref name="child"/>, rejected or not.</summary>
    public static Bits Of(Sheet parent, Sheet child)
    {
        var has = new Bits(parent.Rows);
        foreach (var row in child.ParentRows)
        {
            if (row >= 0)
            {
                has[row] = true;
            }
        }

        return has;
    }
}
