using Homeward.Submissions.Checking.Found;

namespace Homeward.Submissions.Tests.Checking;

public class ShapeTests
{
    [Theory]
    [InlineData("9434765919", "9999999999")]
    [InlineData("1234567890", "9999999999")]
    [InlineData("943 476 5919", "999 999 9999")]
    [InlineData("AL3 5TL", "AA9 9AA")]
    [InlineData("al35tl", "AA99AA")]
    [InlineData("S-9434765919", "S-9999999999")]
    [InlineData("943\u00a0476\u00a05919", "999\u00a0999\u00a09999")]
    [InlineData("943\u2009476\u20095919", "999\u2009999\u20099999")]
    [InlineData("943.476.5919", "999.999.9999")]
    [InlineData("943_476/5919", "999_999/9999")]
    [InlineData("943\u2011476\u20115919", "999\u2011999\u20119999")]
    [InlineData("\uff19\uff14\uff13\uff14\uff17\uff16\uff15\uff19\uff11\uff19", "9999999999")]
    [InlineData("AL3\u00a05TL", "AA9\u00a09AA")]
    [InlineData("AL3-5TL", "AA9-9AA")]
    [InlineData("WS0000012345", "WS0000012345")]
    [InlineData("2025-000123", "2025-000123")]
    [InlineData("W-AL3 5TL/2", "W-AA9 9AA/2")]
    [InlineData("RWR05", "RWR05")]
    [InlineData("NCBPS22S/LS_M_LD", "NCBPS22S/LS_M_LD")]
    [InlineData("a\nb", "a?b")]
    [InlineData("12345678901234567890123456789012345678901", "123456789012345678901234567890123456789…")]
    public void Masked_ShowsWhatIsNoPersons(string text, string shown) => Assert.Equal(shown, Shape.Masked(text));

    [Theory]
    [InlineData("1990-02-03", "9999-99-99")]
    [InlineData("03/02/1990", "99/99/9999")]
    [InlineData("19900203", "99999999")]
    [InlineData("20013456", "20013456")]
    [InlineData("R-1990-02-03-7", "R-1990-02-03-7")]
    [InlineData("9434765919", "9999999999")]
    public void MaskedKey_HidesAKeyThatIsADate(string key, string shown) => Assert.Equal(shown, Shape.MaskedKey(key));

    [Theory]
    [InlineData("1990-02-03", "9999-99-99")]
    [InlineData("3/2/1990", "9/9/9999")]
    [InlineData("19900203", "99999999")]
    [InlineData("03021990", "99999999")]
    [InlineData("10", "10")]
    [InlineData("RWR", "RWR")]
    public void MaskedDateless_HidesDatesToo(string text, string shown) => Assert.Equal(shown, Shape.MaskedDateless(text));
}
