using System.Text.Json;
using Azure.Storage.Blobs.Models;
using Homeward.Lake.Azure.Grants;

namespace Homeward.Lake.Tests.Azure.Grants;

/// <summary>Against what Azure's own library signed for the same grants: recorded.json names it.</summary>
public sealed class UploadGrantTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 1, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Recorded().Count)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void StringToSign_OfARecordedGrant_IsAsRecorded(int number)
    {
        var (grant, key, recorded) = Read(number);
        Assert.Equal(recorded.GetProperty("stringToSign").GetString(), grant.StringToSign(key));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Address_OfARecordedGrant_SaysAndSignsTheSame(int number)
    {
        var (grant, key, recorded) = Read(number);
        var signed = grant.Sign(key);
        Assert.Equal(Parts(recorded.GetProperty("query").GetString()!), Parts(signed.Query.TrimStart('?')));
        Assert.Equal($"https://{grant.Account}.blob.core.windows.net/landing/{grant.Provider}", signed.GetLeftPart(UriPartial.Path));
    }

    [Fact]
    public void Address_OfAnyGrant_IsADirectoryToCreateAndWriteByHttps()
    {
        var (grant, key, _) = Read(0);
        var parts = Parts(grant.Sign(key).Query.TrimStart('?'));
        Assert.Equal(("d", "1", "cw", "https"), (parts["sr"], parts["sdd"], parts["sp"], parts["spr"]));
    }

    [Theory]
    [InlineData("stlakeabc", "RWR", 0)]
    [InlineData("stlakeabc", "RWR", 7 * 24 * 60 + 1)]
    [InlineData("stlakeabc", "../RYK", 60)]
    [InlineData("stlakeabc", "RWR/../RYK", 60)]
    [InlineData("stlakeabc", "rwr", 60)]
    [InlineData("stlakeabc", "RWR\n", 60)]
    [InlineData("evil.example/", "RWR", 60)]
    [InlineData("st", "RWR", 60)]
    public void Grant_ForANameThatIsNoneOrTooLong_IsRefused(string account, string provider, int minutes) =>
        Assert.Throws<FormatException>(() => new UploadGrant(account, provider, Now, Now.AddMinutes(minutes)));

    static (UploadGrant Grant, UserDelegationKey Key, JsonElement Recorded) Read(int number)
    {
        var recorded = Recorded()[number];
        var key = recorded.GetProperty("key");
        return (
            new UploadGrant(recorded.GetProperty("account").GetString()!, recorded.GetProperty("provider").GetString()!, recorded.GetProperty("starts").GetDateTimeOffset(), recorded.GetProperty("expires").GetDateTimeOffset()),
            BlobsModelFactory.UserDelegationKey(
                key.GetProperty("objectId").GetString(),
                key.GetProperty("tenantId").GetString(),
                key.GetProperty("startsOn").GetDateTimeOffset(),
                key.GetProperty("expiresOn").GetDateTimeOffset(),
                key.GetProperty("service").GetString(),
                key.GetProperty("version").GetString(),
                key.GetProperty("value").GetString()),
            recorded);
    }

    static List<JsonElement> Recorded() =>
        [.. JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Azure", "Grants", "recorded.json"))).RootElement.GetProperty("cases").EnumerateArray()];

    static SortedDictionary<string, string> Parts(string query) =>
        new(query.Split('&').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => Uri.UnescapeDataString(part[1])), StringComparer.Ordinal);
}
