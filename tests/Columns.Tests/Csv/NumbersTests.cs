using System.Globalization;
using System.Text;
using Homeward.Columns.Csv;

namespace Homeward.Columns.Tests.Csv;

public class NumbersTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("+7", 7)]
    [InlineData("007", 7)]
    [InlineData("-12", -12)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("-2147483648", int.MinValue)]
    [InlineData("00000000000000000000000000005", 5)]
    public void TryInteger_Integer_IsRead(string text, int expected)
    {
        Assert.True(Numbers.TryInteger(Encoding.UTF8.GetBytes(text), out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("+")]
    [InlineData("--1")]
    [InlineData("1-")]
    [InlineData("1.0")]
    [InlineData("1,000")]
    [InlineData("1e3")]
    [InlineData(" 1")]
    [InlineData("x")]
    [InlineData("2147483648")]
    [InlineData("-2147483649")]
    [InlineData("18446744073709551617")]
    [InlineData("99999999999999999999999999999999")]
    public void TryInteger_AnythingElse_IsRefused(string text) => Assert.False(Numbers.TryInteger(Encoding.UTF8.GetBytes(text), out _));

    [Theory]
    [InlineData("0", 9, 2, 0)]
    [InlineData("12", 9, 2, 1200)]
    [InlineData("12.3", 9, 2, 1230)]
    [InlineData("12.34", 9, 2, 1234)]
    [InlineData(".5", 9, 2, 50)]
    [InlineData("-.5", 9, 2, -50)]
    [InlineData("-0.01", 9, 2, -1)]
    [InlineData("+1.00", 9, 2, 100)]
    [InlineData("0001.5", 3, 2, 150)]
    [InlineData("9999999.99", 9, 2, 999_999_999)]
    [InlineData("999999999999999999", 18, 0, 999_999_999_999_999_999)]
    [InlineData("-0.999999999999999999", 18, 18, -999_999_999_999_999_999)]
    public void TryDecimal_Decimal_IsRead(string text, int precision, int scale, long expected)
    {
        Assert.True(Numbers.TryDecimal(Encoding.UTF8.GetBytes(text), scale, Bound(precision), out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("", 9, 2)]
    [InlineData("-", 9, 2)]
    [InlineData(".", 9, 2)]
    [InlineData("5.", 9, 2)]
    [InlineData("-.", 9, 2)]
    [InlineData("1.234", 9, 2)]
    [InlineData("1.200", 9, 2)]
    [InlineData("1.2.3", 9, 2)]
    [InlineData("1,5", 9, 2)]
    [InlineData("£5", 9, 2)]
    [InlineData("1e2", 9, 2)]
    [InlineData("10000000.00", 9, 2)]
    [InlineData("10000000", 9, 2)]
    [InlineData("1000000000000000000", 18, 0)]
    [InlineData("99999999999999999999999", 18, 0)]
    public void TryDecimal_AnythingElse_IsRefused(string text, int precision, int scale) =>
        Assert.False(Numbers.TryDecimal(Encoding.UTF8.GetBytes(text), scale, Bound(precision), out _));

    [Fact]
    public void TryDecimal_RandomTexts_AgreesWithTheFramework()
    {
        var random = new Random(5);
        const string Alphabet = "0123456789012345678901234567890123456789.-";
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
            var expected = decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out var number) && number.Scale <= 2 && text[^1] != '.'
                && Math.Abs(number) < 10_000_000;

            Assert.Equal(expected, Numbers.TryDecimal(Encoding.UTF8.GetBytes(text), 2, Bound(9), out var unscaled));
            Assert.True(!expected || unscaled == number * 100, text);
        }
    }

    [Fact]
    public void TryDigits_RandomBytes_AgreesWithTheFramework()
    {
        var random = new Random(6);
        var text = new byte[16];
        for (var round = 0; round < 200_000; round++)
        {
            random.NextBytes(text);
            var length = random.Next(0, 12);
            for (var i = 0; i < length && round % 4 != 0; i++)
            {
                text[i] = random.Next(60) == 0 ? (byte)random.Next(256) : (byte)random.Next('0', '9' + 1);
            }

            var expected = length is >= 1 and <= 8 && text.AsSpan(0, length).IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;

            Assert.Equal(expected, Numbers.TryDigits(ref text[0], length, out var value));
            Assert.Equal(expected ? int.Parse(Encoding.UTF8.GetString(text, 0, length), CultureInfo.InvariantCulture) : 0, value);
        }
    }

    static long Bound(int precision) => Enumerable.Range(0, precision).Aggregate(1L, (bound, _) => bound * 10);
}
