using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs.Models;

namespace Homeward.Lake.Azure.Grants;

/// <summary>
/// A provider's upload credential: a user-delegation SAS on its directory of landing, to create and write over HTTPS. It can neither
/// read, list nor delete, and reaches no other provider's directory.
/// </summary>
/// <remarks>
/// https://learn.microsoft.com/rest/api/storageservices/create-user-delegation-sas. The blob SDK signs blobs and containers only; a
/// directory needs <c>sr=d</c> with its depth <c>sdd</c> and a hierarchical account. Who holds it is who may upload: never log it.
/// </remarks>
public sealed partial class UploadGrant
{
    /// <summary>The longest that Azure lets a delegation key live.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    const string Version = "2022-11-02";
    const string CreateAndWrite = "cw";
    const string Directory = "d";
    const string Depth = "1";
    const string Protocol = "https";

    /// <param name="account">Name of the lake's storage account.</param>
    /// <param name="provider">ODS code.</param>
    /// <exception cref="FormatException">A name is none, or the time is none or too long.</exception>
    public UploadGrant(string account, string provider, DateTimeOffset starts, DateTimeOffset expires)
    {
        if (!AccountName().IsMatch(account))
        {
            throw new FormatException("The account is no storage account's name: expected 3 to 24 small letters and digits, such as stlake7f3k2.");
        }

        if (!OdsCode().IsMatch(provider))
        {
            throw new FormatException("The provider is no ODS code: expected 3 to 9 capital letters and digits, such as RWR.");
        }

        if (expires <= starts || expires - starts > Longest)
        {
            throw new FormatException($"A grant lasts for some time, and {Longest.TotalDays:0} days at most.");
        }

        (Account, Provider, Starts, Expires) = (account, provider, starts, expires);
    }

    public string Account { get; }

    public string Provider { get; }

    public DateTimeOffset Starts { get; }

    public DateTimeOffset Expires { get; }

    /// <summary>Where the key comes from.</summary>
    public static Uri Endpoint(string account) => new($"https://{account}.blob.core.windows.net");

    /// <summary>The directory's address with the signature: the whole credential.</summary>
    public Uri Sign(UserDelegationKey key) => new(Endpoint(Account), $"/{Zone.Landing.Name()}/{Provider}?{Query(key)}");

    /// <summary>What the signature is of: version 2020-12-06 and later, a directory's depth not part of it.</summary>
    public string StringToSign(UserDelegationKey key) => string.Join('\n', [
        CreateAndWrite,
        Instant(Starts),
        Instant(Expires),
        $"/blob/{Account}/{Zone.Landing.Name()}/{Provider}",
        key.SignedObjectId,
        key.SignedTenantId,
        Instant(key.SignedStartsOn),
        Instant(key.SignedExpiresOn),
        key.SignedService,
        key.SignedVersion,
        .. Absent(4), // authorised and unauthorised object, correlation, address range
        Protocol,
        Version,
        Directory,
        .. Absent(7), // snapshot, encryption scope, five response headers
    ]);

    string Query(UserDelegationKey key)
    {
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(key.Value), Encoding.UTF8.GetBytes(StringToSign(key))));
        (string Name, string Value)[] parts =
        [
            ("sv", Version), ("spr", Protocol), ("st", Instant(Starts)), ("se", Instant(Expires)), ("sr", Directory), ("sdd", Depth), ("sp", CreateAndWrite),
            ("skoid", key.SignedObjectId), ("sktid", key.SignedTenantId), ("skt", Instant(key.SignedStartsOn)), ("ske", Instant(key.SignedExpiresOn)),
            ("sks", key.SignedService), ("skv", key.SignedVersion), ("sig", signature),
        ];
        return string.Join('&', parts.Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}"));
    }

    static string Instant(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    static IEnumerable<string> Absent(int fields) => Enumerable.Repeat("", fields);

    [GeneratedRegex(@"\A[a-z0-9]{3,24}\z")]
    private static partial Regex AccountName();

    [GeneratedRegex(@"\A[A-Z0-9]{3,9}\z")]
    private static partial Regex OdsCode();
}
