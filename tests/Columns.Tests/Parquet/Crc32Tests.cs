using System.Text;
using Homeward.Columns.Parquet;

namespace Homeward.Columns.Tests.Parquet;

public class Crc32Tests
{
    [Theory]
    [InlineData("", 0u)]
    [InlineData("a", 0xE8B7BE43u)]
    [InlineData("123456789", 0xCBF43926u)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x414FA339u)]
    public void Of_KnownText_GivesThePublishedSum(string text, uint sum) => Assert.Equal(sum, Crc32.Of(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void Of_EveryLength_EqualsTheBitwiseDefinition()
    {
        var data = new byte[600];
        new Random(5).NextBytes(data);
        for (var length = 0; length <= data.Length; length++)
        {
            var expected = Bitwise(data.AsSpan(0, length));
            Assert.Equal(expected, Crc32.Of(data.AsSpan(0, length)));
            Assert.Equal(expected, ~Crc32.Scalar(data.AsSpan(0, length), uint.MaxValue));
        }
    }

    static uint Bitwise(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var octet in data)
        {
            crc ^= octet;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
