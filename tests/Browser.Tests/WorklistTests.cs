using System.Globalization;

namespace Homeward.Browser.Tests;

public sealed class WorklistTests(WorklistPages pages) : IClassFixture<WorklistPages>
{
    [Fact]
    public void Worklist_AtEveryWidth_IsAccessible_NeedsNoScrollingSideways_AndFetchesNothing() => Assert.All(pages.Visit.Widths, visit =>
    {
        Assert.DoesNotContain(visit.Violations, violation => violation.StartsWith("serious", StringComparison.Ordinal) || violation.StartsWith("critical", StringComparison.Ordinal));
        Assert.True(visit.RulesPassed > 15, $"Only {visit.RulesPassed} rules had something to judge.");
        Assert.InRange(visit.PageWidth, 1, visit.Width);
        Assert.Empty(visit.Fetched);
    });

    [Fact]
    public void Worklist_ByKeyboard_ReachesEverythingAndShowsWhere()
    {
        Assert.Equal(pages.Visit.Keyboard.Expected, pages.Visit.Keyboard.Reached);
        Assert.True(pages.Visit.Keyboard.FocusShown);
    }

    [Fact]
    public void Worklist_EveryHeading_SortsBothWays_BlankLast()
    {
        Assert.True(pages.Visit.Sorting.Count > 10);
        Assert.All(pages.Visit.Sorting, column =>
        {
            Assert.Equal(("ascending", "descending"), (column.Ascending.Says, column.Descending.Says));
            Assert.Equal(Sorted(column.Ascending.Values, 1), column.Ascending.Values);
            Assert.Equal(Sorted(column.Ascending.Values, -1), column.Descending.Values);
        });
    }

    [Fact]
    public void Worklist_WithoutScripts_HasItsTable() => Assert.True(pages.Visit.WithoutScripts.Tables > 0);

    [Fact]
    public void Worklist_OnPaper_FitsTheSheet() => Assert.InRange(pages.Visit.Paper.Needed, 1, pages.Visit.Paper.Sheet);

    /// <summary>Numbers as numbers where a column has nothing else.</summary>
    static string[] Sorted(IReadOnlyList<string> values, int direction)
    {
        string[] told = [.. values.Where(value => value.Length > 0)];
        var numbers = told.All(value => double.TryParse(value, CultureInfo.InvariantCulture, out _));
        Array.Sort(told, (a, b) => direction * (numbers ? Number(a).CompareTo(Number(b)) : string.CompareOrdinal(a, b)));
        return [.. told, .. values.Where(value => value.Length == 0)];
    }

    static double Number(string value) => double.Parse(value, CultureInfo.InvariantCulture);
}
