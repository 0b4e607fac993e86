using Homeward.Measures.Summary;

namespace Homeward.Measures.Tests.Summary;

/// <summary>kpis.md §5: XmR, and each rule of special cause.</summary>
public class ProcessLimitsTests
{
    static double[] Points(string series) => [.. series.Split(' ').Select(text => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>One letter per point: whether the cause marks it.</summary>
    static string Marks(string series, SpecialCause cause) =>
        string.Concat(ProcessLimits.Of(Points(series))!.Causes.Select(c => c.HasFlag(cause) ? 'x' : '.'));

    [Fact]
    public void Limits_AreTheMeanAnd266MeanMovingRanges()
    {
        var limits = ProcessLimits.Of(Points("10 12 8 10"))!; // moving ranges 2, 4, 2

        Assert.Equal(10, limits.Mean);
        Assert.Equal(10 - 2.66 * 8 / 3, limits.Lower, 12);
        Assert.Equal(10 + 2.66 * 8 / 3, limits.Upper, 12);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("")]
    public void Limits_OfFewerThanTwoPoints_AreNone(string series) => Assert.Null(ProcessLimits.Of(series.Length == 0 ? [] : Points(series)));

    [Theory]
    [InlineData("10 10 10 10 10 10 10 10 10 10 10 40", "...........x")] // mean 12.5, moving 30/11: limits 5.2 to 19.8
    [InlineData("10 10 10 10 10 10 10 10 10 10 10 -20", "...........x")]
    [InlineData("10 10 10 10", "....")] // a limit itself is not outside
    [InlineData("10 20 10 20 10 20", "......")]
    public void Outside_TheLimits(string series, string marks) => Assert.Equal(marks, Marks(series, SpecialCause.Outside));

    [Theory]
    [InlineData("1 2 1 2 1 2 1 9 8 9 8 9 8 9", "xxxxxxxxxxxxxx")] // seven below, seven above
    [InlineData("1 2 1 2 1 2 9 8 9 8 9 8", "............")] // six
    [InlineData("1 1 1 1 1 1 1 1 9", "xxxxxxxx.")]
    [InlineData("1 2 1 5 1 2 1 9 8 9 5 9 8 9", "..............")] // a point on the mean ends a run
    [InlineData("5 5 5 5 5 5 5 5", "........")] // all on it
    public void Shift_SevenOnOneSideOfTheMean(string series, string marks) => Assert.Equal(marks, Marks(series, SpecialCause.Shift));

    [Theory]
    [InlineData("1 2 3 4 5 6 7", "xxxxxxx")]
    [InlineData("7 6 5 4 3 2 1", "xxxxxxx")]
    [InlineData("1 2 3 4 5 6", "......")]
    [InlineData("1 2 3 4 4 5 6 7", "........")] // a step that does not rise ends it
    [InlineData("9 1 2 3 4 5 6 7 2", ".xxxxxxx.")]
    public void Trend_SevenThatRiseOrFall(string series, string marks) => Assert.Equal(marks, Marks(series, SpecialCause.Trend));

    [Theory]
    [InlineData("0 10 0 10 0 10 0 10 0 10 30 29", "..........xx")]
    [InlineData("0 10 0 10 0 10 0 10 0 10 40 10 40", "..........x.x")] // two of three
    [InlineData("0 10 0 10 0 10 0 10 0 10 40 10 10 40", "..............")] // two of four
    [InlineData("0 10 0 10 0 10 0 10 0 10 -20 29", "............")] // on different sides
    public void OuterThird_TwoOfThreeOnTheSameSide(string series, string marks) => Assert.Equal(marks, Marks(series, SpecialCause.OuterThird));

    [Fact]
    public void High_SaysWhichWay()
    {
        var limits = ProcessLimits.Of(Points("9 8 9 8 9 8 9 1 2 1 2 1 2 1"))!;

        Assert.Equal("hhhhhhhlllllll", string.Concat(limits.High.Select(high => high ? 'h' : 'l')));
    }
}
