namespace Homeward.Reference.Tests.Geography;

public class HomeIcbTests
{
    static readonly ReferenceData Data = new Region().Load();

    [Theory]
    [InlineData("QCC", "QBB", "A00001", "AA2 2AA", "QCC")]
    [InlineData(null, "QBB", "A00001", "AA2 2AA", "QBB")]
    [InlineData(null, "13Q", "A00001", "AA2 2AA", "QBB")]
    [InlineData(null, "QXX", "A00001", "AA2 2AA", "QBB")]
    [InlineData(null, null, "A00001", "AA2 2AA", "QBB")]
    [InlineData(null, null, "A00002", "aa22aa", "QAA")]
    [InlineData(null, null, null, "AA2 2AA", "QAA")]
    [InlineData(null, null, null, "AA1 1AA", null)]
    [InlineData(null, "13Q", "A00002", "CC1 1CC", null)]
    [InlineData(null, null, null, "ZZ99 3VZ", null)]
    [InlineData(null, null, null, null, null)]
    public void Home_ByTheFirstSourceThatKnows_IsResolved(string? sent, string? commissioner, string? practice, string? postcode, string? home) =>
        Assert.Equal(home, HomeIcb.Resolve(Data, sent, commissioner, practice, postcode, new DateOnly(2025, 8, 31)));

    [Fact]
    public void Home_ByPractice_FollowsTheDate() =>
        Assert.Equal("QAA", HomeIcb.Resolve(Data, null, null, "A00001", null, new DateOnly(2024, 6, 30)));
}
