using System.Text;

namespace Homeward.Columns.Tests;

public class Utf8PoolIndexTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5_000)]
    public void Find_TextsOfTheDictionaryAndOthers_GivesCodesAndMinusOne(int count)
    {
        var builder = new Utf8PoolBuilder();
        for (var i = 0; i < count; i++)
        {
            builder.Add(Encoding.UTF8.GetBytes($"WS{i * 7}"));
        }

        var index = new Utf8PoolIndex(builder.Build());

        Assert.All(Enumerable.Range(0, count), i => Assert.Equal(i, index.Find(Encoding.UTF8.GetBytes($"WS{i * 7}"))));
        Assert.All(Enumerable.Range(0, 100), i => Assert.Equal(-1, index.Find(Encoding.UTF8.GetBytes($"WS{i * 7 + 1}"))));
        Assert.Equal(-1, index.Find([]));
    }

    [Fact]
    public void Find_TextsWhoseWholeHashesAreEqual_AreToldApart()
    {
        var texts = Texts.Random(400_000, 12);
        var builder = new Utf8PoolBuilder();
        foreach (var text in texts.Take(200_000))
        {
            builder.Add(text);
        }

        using var index = new Utf8PoolIndex(builder.Build());

        Assert.Equal(Enumerable.Range(0, 200_000), texts.Take(200_000).Select(text => index.Find(text)));
        Assert.All(texts.Skip(200_000), text => Assert.Equal(-1, index.Find(text)));
    }
}
