using System.Text;

namespace Homeward.Reference.Tests.Geography;

public class PostcodeTests
{
    [Theory]
    [InlineData("M1 1AE", "M1 1AE")]
    [InlineData("m11ae", "M1 1AE")]
    [InlineData("B33 8TH", "B33 8TH")]
    [InlineData("CR2  6XH", "CR2 6XH")]
    [InlineData("DN551PT", "DN55 1PT")]
    [InlineData("W1A 0AX", "W1A 0AX")]
    [InlineData(" ec1a1bb ", "EC1A 1BB")]
    [InlineData("ZZ993VZ", "ZZ99 3VZ")]
    public void Postcode_AnySpacing_Normalised(string sent, string normalised)
    {
        Assert.True(Postcode.TryNormalise(sent, out var result));
        Assert.Equal(normalised, result);
        Assert.True(Postcode.HasShape(Encoding.ASCII.GetBytes(sent)));
        Assert.Equal(Postcode.Key(Encoding.ASCII.GetBytes(normalised)), Postcode.Key(Encoding.ASCII.GetBytes(sent)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("tbc")]
    [InlineData("M1")]
    [InlineData("1M1 1AE")]
    [InlineData("MMM1 1AE")]
    [InlineData("M1 AE1")]
    [InlineData("M123 1AE")]
    [InlineData("M1-1AE")]
    [InlineData("M1 1AÉ")]
    [InlineData("DN55 1PTX")]
    [InlineData("9434765919")]
    public void NoPostcode_Normalise_Refuses(string? sent)
    {
        Assert.False(Postcode.TryNormalise(sent, out var result));
        Assert.Null(result);
        Assert.False(Postcode.HasShape(Encoding.UTF8.GetBytes(sent ?? "")));
    }

    [Theory]
    [InlineData("ZZ99 3VZ", true)]
    [InlineData("zz993wz", true)]
    [InlineData("Z99 3VZ", false)]
    [InlineData("ZZ9 3VZ", false)]
    [InlineData("M1 1AE", false)]
    [InlineData("ZZ99", false)]
    public void Postcode_OfNoPlace_IsPseudo(string sent, bool pseudo)
    {
        Assert.Equal(pseudo, Postcode.IsPseudo(sent));
        Assert.Equal(pseudo, Postcode.IsPseudo(Encoding.ASCII.GetBytes(sent)));
    }
}
