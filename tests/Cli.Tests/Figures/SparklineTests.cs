using Homeward.Cli.Figures;

namespace Homeward.Cli.Tests.Figures;

public class SparklineTests
{
    [Theory]
    [InlineData(new[] { 0.0, 1, 2, 3, 4, 5, 6, 7 }, true, "▁▂▃▄▅▆▇█")]
    [InlineData(new[] { 10.0, 0, 5 }, true, "█▁▅")]
    [InlineData(new[] { 3.0, 3 }, true, "▅▅")]
    [InlineData(new[] { 0.0, 0 }, true, "▁▁")]
    [InlineData(new[] { -2.0, double.NaN, 2 }, true, "▁?█")]
    [InlineData(new[] { 0.0, 7 }, false, "_#")]
    [InlineData(new double[0], true, "")]
    public void Of_Points_LowestToHighest(double[] points, bool unicode, string line) =>
        Assert.Equal(line, Sparkline.Of([.. points.Select(point => (double?)point)], unicode));

    [Fact]
    public void Of_MonthWithoutAFigure_IsBlank() => Assert.Equal(" █▁", Sparkline.Of([null, 2, 1], true));
}
