using Homeward.Measures.Suppression;

namespace Homeward.Measures.Tests.Suppression;

/// <summary>One sum at a time: the total, the rows below it as they truly are, and what is left of them.</summary>
public class IntervalProblemTests
{
    [Theory]
    // exact total · rows · S shown, - suppressed, x left out
    [InlineData(30, new[] { 20, 6, 4 }, "SS-")] // 4 is 30 - (18..22) - (5..8): 0 to 7
    [InlineData(8, new[] { 5, 3 }, "S-")] // 3 is 8 - (5..7): 1 to 3
    [InlineData(5, new[] { 4, 1 }, "--")] // 1 to 4 each
    [InlineData(6, new[] { 5, 1 }, "--")] // 1 is 6 - (5..7): unique, so the 5 goes too
    [InlineData(3, new[] { 3 }, "x")] // the only row below an exact total
    [InlineData(2, new[] { 1, 1 }, "xx")] // every row has at least one
    [InlineData(7, new[] { 7 }, "S")] // nothing suppressed, nothing to protect
    [InlineData(12, new[] { 5, 6, 1 }, "SS-")] // 1 is 12 - (5..7) - (5..7): 1 to 2
    public void RowsBelowAnExactTotal(int total, int[] rows, string told)
    {
        var problem = new IntervalProblem();
        var whole = problem.Exact(total);
        var cells = Array.ConvertAll(rows, row => Counted(problem, row));
        problem.Sum(whole, cells);

        Protection.Of(problem);

        Assert.Equal(told, string.Concat(cells.Select(cell => problem[cell].Told switch { Disclosure.Rounded => 'S', Disclosure.Suppressed => '-', _ => 'x' })));
    }

    [Fact]
    public void TwoSums_ProtectEachOther()
    {
        // 2 × 2 pairs under rounded senders and receivers: a suppressed pair must not follow from its row or its column.
        var problem = new IntervalProblem();
        int[,] pairs = { { 1, 5 }, { 6, 5 } };
        var cells = new int[2, 2];
        for (var sender = 0; sender < 2; sender++)
        {
            for (var receiver = 0; receiver < 2; receiver++)
            {
                cells[sender, receiver] = Counted(problem, pairs[sender, receiver]);
            }
        }

        problem.Sum(problem.Exact(6), [cells[0, 0], cells[0, 1]]);
        problem.Sum(problem.Exact(11), [cells[1, 0], cells[1, 1]]);
        problem.Sum(problem.Exact(7), [cells[0, 0], cells[1, 0]]);
        problem.Sum(problem.Exact(10), [cells[0, 1], cells[1, 1]]);

        var narrowing = Protection.Of(problem);

        foreach (var cell in cells)
        {
            var (lo, hi) = narrowing[cell];
            Assert.True(problem[cell].Told != Disclosure.Suppressed || hi - lo >= 1, $"{lo} to {hi}");
        }
    }

    static int Counted(IntervalProblem problem, int value)
    {
        var published = value < 5 ? (double?)null : Math.Round(value / 5.0, MidpointRounding.AwayFromZero) * 5;
        return problem.Cell(value, 1, published is { } shown ? FirstStep.Interval(shown, money: false) : null);
    }
}
