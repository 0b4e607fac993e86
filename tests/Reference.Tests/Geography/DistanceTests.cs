namespace Homeward.Reference.Tests.Geography;

public class DistanceTests
{
    [Theory]
    [InlineData(0, 0, 3000, 4000, 5)]
    [InlineData(0, 0, 0, 0, 0)]
    [InlineData(0, 0, 500, 0, 0)]
    [InlineData(0, 0, 1500, 0, 2)]
    [InlineData(0, 0, 2500, 0, 2)]
    [InlineData(0, 0, 2501, 0, 3)]
    [InlineData(530000, 180000, 383000, 398000, 263)]
    [InlineData(0, 0, 700000, 1300000, 1476)]
    public void TwoPoints_WholeKilometres_HalfToEven(int e1, int n1, int e2, int n2, int km)
    {
        Assert.Equal(km, Distance.Km(e1, n1, e2, n2));
        Assert.Equal(km, Distance.Km(e2, n2, e1, n1));
    }

    [Fact]
    public void MissingCoordinate_Distance_IsUnknownAndNotZero()
    {
        Assert.Null(Distance.Km(null, 1, 2, 3));
        Assert.Null(Distance.Km(0, null, 2, 3));
        Assert.Null(Distance.Km(0, 1, null, 3));
        Assert.Null(Distance.Km(0, 1, 2, (int?)null));
    }
}
