using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Tests.World;

public class NhsNumbersTests
{
    [Fact]
    public void Next_ManyTimes_GivesDifferentValidTestNumbers()
    {
        var numbers = new NhsNumbers(0);
        var made = Enumerable.Range(0, 20_000).Select(_ => numbers.Next()).ToList();

        Assert.Equal(made.Count, made.Distinct().Count());
        Assert.All(made, number => Assert.True(number.StartsWith("999", StringComparison.Ordinal) && Valid(number), number));
    }

    [Fact]
    public void Wrong_ValidNumber_FailsTheTest()
    {
        var numbers = new NhsNumbers(0);

        Assert.All(Enumerable.Range(0, 1_000), _ => Assert.False(Valid(NhsNumbers.Wrong(numbers.Next()))));
    }

    // Digits times 10, 9, … 2 and the check digit once add up to a multiple of 11.
    static bool Valid(string number) => number.Length == 10 && number.Select((digit, i) => (digit - '0') * (10 - i)).Sum() % 11 == 0;
}
