using Homeward.Measures.Tallying;

namespace Homeward.Measures.Tests.Tallying;

public class QuantileTests
{
    [Theory]
    [InlineData(new double[] { 7 }, 0.5, 7)]
    [InlineData(new double[] { 3, 1 }, 0.5, 2)]
    [InlineData(new double[] { 9, 1, 5 }, 0.5, 5)]
    [InlineData(new double[] { 10, 20, 30, 40 }, 0.25, 17.5)]
    [InlineData(new double[] { 10, 20, 30, 40 }, 0.75, 32.5)]
    [InlineData(new double[] { 4, 4, 4, 4, 4 }, 0.75, 4)]
    [InlineData(new double[] { 2, 1 }, 0, 1)]
    [InlineData(new double[] { 2, 1 }, 1, 2)]
    public void Of_FewValues_InterpolatesBetweenNeighbours(double[] values, double share, double expected) =>
        Assert.Equal(expected, Quantile.Of(values, share));

    [Fact]
    public void Of_ManyValues_IsThatOfTheSortedOnes()
    {
        var random = new Random(20250831);
        for (var round = 0; round < 2_000; round++)
        {
            var distinct = random.Next(1, 40);
            var values = Enumerable.Range(0, random.Next(1, 200)).Select(_ => (double)random.Next(distinct)).ToArray();
            var sorted = values.Order().ToArray();
            foreach (var share in new[] { 0.25, 0.5, 0.75, random.NextDouble() })
            {
                var at = (sorted.Length - 1) * share;
                var (lower, upper) = (sorted[(int)Math.Floor(at)], sorted[(int)Math.Ceiling(at)]);
                Assert.Equal(lower + (at - Math.Floor(at)) * (upper - lower), Quantile.Of(values, share));
            }
        }
    }
}
