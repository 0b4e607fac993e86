using System.Globalization;
using System.Text;

namespace Homeward.Reference.Tests;

public class NhsNumberTests
{
    [Theory]
    [InlineData("9434765919", true)]
    [InlineData("4010232137", true)]
    [InlineData("9434765918", false)]
    [InlineData("943476591", false)]
    [InlineData("94347659190", false)]
    [InlineData("943 476 5919", false)]
    [InlineData("943476591X", false)]
    [InlineData("", false)]
    [InlineData("0000000000", false)]
    [InlineData("1111111111", false)]
    [InlineData("9999999999", false)]
    [InlineData("1000000001", false)]
    [InlineData("9000000009", false)]
    public void Number_Checked_AsPublished(string number, bool valid) =>
        Assert.Equal(valid, NhsNumber.IsValid(Encoding.ASCII.GetBytes(number)));

    [Fact]
    public void EveryCheckDigit_AgainstTheDefinition_Agrees()
    {
        var random = new Random(20250831);
        for (var i = 0; i < 20_000; i++)
        {
            var stem = random.NextInt64(1_000_000_000).ToString("000000000", CultureInfo.InvariantCulture);
            var expected = CheckDigit(stem);
            for (var digit = 0; digit <= 9; digit++)
            {
                var number = stem + digit;
                var repeated = number.Distinct().Count() == 1 || (number[0] == number[9] && number[1..9] == "00000000");
                Assert.Equal(digit == expected && !repeated, NhsNumber.IsValid(Encoding.ASCII.GetBytes(number)));
            }
        }
    }

    static int CheckDigit(string stem)
    {
        var sum = stem.Select((c, i) => (c - '0') * (10 - i)).Sum();
        var check = 11 - sum % 11;
        return check == 11 ? 0 : check == 10 ? -1 : check;
    }
}
