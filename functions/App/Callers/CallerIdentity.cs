using System.Text.Json;
using Homeward.Reference;

namespace Homeward.App.Callers;

/// <summary>Who asks, as the platform or the laptop's key proves it, and the row of <c>callers.csv</c> that says what they may do.</summary>
/// <param name="platformSignsIn">
/// App Service authentication is on (<c>WEBSITE_AUTH_ENABLED</c> is true): only then does the platform set the principal's headers
/// and remove a caller's own; otherwise anybody could write them.
/// </param>
/// <param name="key">On a laptop; null in Azure.</param>
sealed class CallerIdentity(bool platformSignsIn, LaptopKey? key)
{
    const string PrincipalHeader = "X-MS-CLIENT-PRINCIPAL";
    const string PrincipalIdHeader = "X-MS-CLIENT-PRINCIPAL-ID";
    const string ObjectIdClaim = "http://schemas.microsoft.com/identity/claims/objectidentifier";

    static readonly Caller Administrator = new("laptop", CallerRole.Admin, null, null);

    /// <summary>The identity is proved or not; who is proved and has no row has no data.</summary>
    public (bool Proved, Caller? Caller) Of(HttpRequest request, ReferenceData reference)
    {
        if (platformSignsIn)
        {
            return ObjectId(request.Headers) is { Length: > 0 } id ? (true, Find(reference, id)) : (false, null);
        }

        if (key?.Opens(request.Headers[LaptopKey.Header]) != true)
        {
            return (false, null);
        }

        return request.Headers[LaptopKey.ActAsHeader] is [{ Length: > 0 } other] ? (true, Find(reference, other)) : (true, Administrator);
    }

    static Caller? Find(ReferenceData reference, string objectId) =>
        reference.Callers.FirstOrDefault(caller => string.Equals(caller.ObjectId, objectId, StringComparison.OrdinalIgnoreCase));

    static string? ObjectId(IHeaderDictionary headers) => ObjectIdOf(headers[PrincipalHeader]) ?? headers[PrincipalIdHeader];

    /// <summary>The principal is base64 JSON with its claims; a mapped identity provider may leave it out.</summary>
    static string? ObjectIdOf(string? principal)
    {
        try
        {
            using var json = JsonDocument.Parse(Convert.FromBase64String(principal ?? ""));
            return json.RootElement.GetProperty("claims").EnumerateArray()
                .Where(claim => claim.GetProperty("typ").GetString() == ObjectIdClaim)
                .Select(claim => claim.GetProperty("val").GetString())
                .FirstOrDefault();
        }
        catch (Exception e) when (e is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
