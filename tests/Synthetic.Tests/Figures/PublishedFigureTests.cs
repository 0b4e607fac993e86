using Homeward.Columns;
using Homeward.Synthetic.Figures;

namespace Homeward.Synthetic.Tests.Figures;

public class PublishedFigureTests
{
    [Theory]
    [InlineData(960, 5, 958, true)]
    [InlineData(960, 5, 957.5, true)]
    [InlineData(960, 5, 957.4, false)]
    [InlineData(960, 5, 962.4, true)]
    [InlineData(960, 5, 962.5, false)]
    [InlineData(-42, 1, -41.96, true)]
    [InlineData(-42, 1, -42.5, false)]
    [InlineData(166, 0, 166, true)]
    [InlineData(166, 0, 166.01, false)]
    public void Judge_Rounding_HoldsWhereBothRoundToTheSame(double published, double step, double computed, bool equal) =>
        Assert.Equal(equal, Figure(Formula.Value, published, Equality.NearestTo(step), computed).Equal);

    [Fact]
    public void Judge_ThresholdItself_IsNeitherOverNorUnder()
    {
        Assert.False(Figure(Formula.Value, 100, Equality.MoreThan, 100).Equal);
        Assert.False(Figure(Formula.Value, 100, Equality.LessThan, 100).Equal);
        Assert.True(Figure(Formula.Value, 100, Equality.MoreThan, 101).Equal);
        Assert.True(Figure(Formula.Value, 100, Equality.LessThan, 99).Equal);
    }

    [Fact]
    public void Judge_MissingRow_IsNotEqual()
    {
        var judgement = Figure(Formula.Value, 0, Equality.Exactly, (double?)null);

        Assert.Null(judgement.Computed);
        Assert.False(judgement.Equal);
    }

    [Theory]
    [InlineData(Formula.Sum, 30)]
    [InlineData(Formula.ChangePercent, 100)]
    [InlineData(Formula.PercentOf, 50)]
    [InlineData(Formula.Count, 2)]
    public void Judge_TwoRows_FollowTheFormula(Formula formula, double expected) =>
        Assert.Equal(expected, Figure(formula, expected, Equality.Exactly, 10, 20).Computed);

    [Theory]
    [InlineData(1, 70, 80)]
    [InlineData(2, 90, 80)]
    public void Judge_RankOfFall_ComparesPairs(double rank, double first, double second) =>
        Assert.Equal(rank, Figure(Formula.RankOfFall, rank, Equality.Exactly, 100, first, 100, second).Computed);

    static Judgement Figure(Formula formula, double published, Equality equality, params double?[] values)
    {
        var rows = values.Select((_, i) => new FigureRow("K01", new Month(2024, 1) + i, "M", "all", "X")).ToList();
        return new PublishedFigure("figure", formula, rows, published, equality, "source").Judge(row => values[rows.IndexOf(row)]);
    }
}
