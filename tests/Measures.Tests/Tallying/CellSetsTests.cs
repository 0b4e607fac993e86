using Homeward.Measures.Tallying;

namespace Homeward.Measures.Tests.Tallying;

public class CellSetsTests
{
    [Fact]
    public void Add_MoreThanABlockHolds_EverySetIsFound()
    {
        var sets = new CellSets();
        var random = new Random(7);
        var expected = Enumerable.Range(0, 40_000).Select(_ => Enumerable.Range(0, random.Next(0, Layout.MostCells)).Select(_ => random.Next()).ToArray()).ToArray();
        var numbers = Array.ConvertAll(expected, set => sets.Add(set));
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], sets[numbers[i]].ToArray());
        }
    }
}
