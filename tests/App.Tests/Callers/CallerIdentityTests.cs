using System.Text;
using Homeward.App.Callers;
using Homeward.App.Tests.Running;
using Homeward.Pipeline.Tests.Uploads;
using Homeward.Reference;
using Microsoft.AspNetCore.Http;

namespace Homeward.App.Tests.Callers;

public sealed class CallerIdentityTests : IDisposable
{
    readonly SmallWorld world = new();
    readonly ReferenceData reference;

    public CallerIdentityTests() => reference = People.AddTo(world);

    public void Dispose() => world.Dispose();

    [Fact]
    public void Of_PlatformSignsIn_TrustsItsPrincipal()
    {
        var identity = new CallerIdentity(platformSignsIn: true, new LaptopKey("k"));
        Assert.Equal((true, CallerRole.Provider), Role(identity, ("X-MS-CLIENT-PRINCIPAL-ID", People.Trust)));
        Assert.Equal((true, CallerRole.Analyst), Role(identity, ("X-MS-CLIENT-PRINCIPAL", Principal(People.Analyst)), ("X-MS-CLIENT-PRINCIPAL-ID", "someone-else")));
        Assert.Equal((true, null), Role(identity, ("X-MS-CLIENT-PRINCIPAL-ID", "no-row")));
        Assert.Equal((false, null), Role(identity));
    }

    [Fact]
    public void Of_PlatformSignsIn_LaptopKeyOpensNothing() =>
        Assert.Equal((false, null), Role(new CallerIdentity(platformSignsIn: true, new LaptopKey("k")), (LaptopKey.Header, "k")));

    [Fact]
    public void Of_PlatformDoesNotSignIn_PrincipalHeadersAreAnybodys()
    {
        foreach (var identity in new[] { new CallerIdentity(false, new LaptopKey("k")), new CallerIdentity(false, null) })
        {
            Assert.Equal((false, null), Role(identity, ("X-MS-CLIENT-PRINCIPAL-ID", People.Trust), ("X-MS-CLIENT-PRINCIPAL", Principal(People.Trust))));
        }
    }

    [Fact]
    public void Of_LaptopKey_IsAdministratorOrActsAsARow()
    {
        var identity = new CallerIdentity(false, new LaptopKey("k"));
        Assert.Equal((true, CallerRole.Admin), Role(identity, (LaptopKey.Header, "k")));
        Assert.Equal((true, CallerRole.CaseManager), Role(identity, (LaptopKey.Header, "k"), (LaptopKey.ActAsHeader, People.CaseManager)));
        Assert.Equal((true, null), Role(identity, (LaptopKey.Header, "k"), (LaptopKey.ActAsHeader, "no-row")));
        Assert.Equal((false, null), Role(identity, (LaptopKey.Header, "wrong")));
        Assert.Equal((false, null), Role(identity, (LaptopKey.Header, "")));
    }

    [Theory]
    [InlineData("not base64")]
    [InlineData("e30=")]
    [InlineData("W10=")]
    public void Of_DamagedPrincipal_FallsBackToItsId(string principal)
    {
        var identity = new CallerIdentity(platformSignsIn: true, null);
        Assert.Equal((false, null), Role(identity, ("X-MS-CLIENT-PRINCIPAL", principal)));
        Assert.Equal((true, CallerRole.Provider), Role(identity, ("X-MS-CLIENT-PRINCIPAL", principal), ("X-MS-CLIENT-PRINCIPAL-ID", People.Trust)));
    }

    (bool Proved, CallerRole? Role) Role(CallerIdentity identity, params (string Name, string Value)[] headers)
    {
        var request = new DefaultHttpContext().Request;
        foreach (var (name, value) in headers)
        {
            request.Headers[name] = value;
        }

        var proved = identity.Of(request);
        return (proved is not null, proved?.Caller(reference)?.Role);
    }

    static string Principal(string objectId) => Convert.ToBase64String(Encoding.UTF8.GetBytes(
        $$"""{"auth_typ":"aad","claims":[{"typ":"name","val":"A Person"},{"typ":"http://schemas.microsoft.com/identity/claims/objectidentifier","val":"{{objectId}}"}]}"""));
}
