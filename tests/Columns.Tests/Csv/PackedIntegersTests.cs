using Homeward.Columns.Csv;

namespace Homeward.Columns.Tests.Csv;

public class PackedIntegersTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Take_BatchesOfEveryWidth_GivesWhatWasKept(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            var packed = new PackedIntegers();
            List<int> expected = [];
            for (var batches = random.Next(0, 12); batches > 0; batches--)
            {
                var values = Batch(random, random.Next(0, 200));
                values.CopyTo(packed.Next(values.Length));
                packed.Keep();
                expected.AddRange(values);
                Assert.Equal(expected.Count, packed.Count);
            }

            Assert.Equal(expected, packed.Take());
            Assert.Empty(packed.Take());
        }
    }

    static int[] Batch(Random random, int count)
    {
        var first = random.Next(3) switch { 0 => random.Next(), 1 => int.MinValue, _ => int.MaxValue };
        var rise = random.Next(3) - 1;
        var spread = new[] { 1, 2, 200, 256, 257, 60_000, 65_536, 65_537, int.MaxValue }[random.Next(9)];
        return [.. Enumerable.Range(0, count).Select(i => unchecked(first + i * rise + (random.Next(2) == 0 ? random.Next(spread) : spread - 1)))];
    }
}
