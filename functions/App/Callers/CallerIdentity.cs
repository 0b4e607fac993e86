using System.Text.Json;
using Homeward.Reference;

namespace Homeward.App.Callers;

/// <summary>Who asks, as the platform or the laptop's key proves it, and the row of <c>callers.csv</c> that says what they may do.</summary>
/// <param name="platformSignsIn">
/// App Service authentication is on: only then does the platform set the principal's headers
/// and remove a caller's own; otherwise anybody could write them.
/// </param>
/// <param name="key">On a laptop; null in Azure.</param>
sealed class CallerIdentity(bool platformSignsIn, LaptopKey? key)
{
    const string PrincipalHeader = "X-MS-CLIENT-PRINCIPAL";
    const string PrincipalIdHeader = "X-MS-CLIENT-PRINCIPAL-ID";
    const string ObjectIdClaim = "http://schemas.microsoft.com/identity/claims/objectidentifier";

    /// <summary>Behind the Functions host. App Service says <c>True</c> where it signs people in (Microsoft.Identity.Web reads it without regard to case, and so do we).</summary>
    public static CallerIdentity BehindHost(IConfiguration settings, LaptopKey? key) =>
        new(string.Equals(settings["WEBSITE_AUTH_ENABLED"], "True", StringComparison.OrdinalIgnoreCase), key);

    /// <summary>Who the request proves to come from, before anything is loaded; null where nothing proves it.</summary>
    public ProvedIdentity? Of(HttpRequest request)
    {
        if (platformSignsIn)
        {
            return ObjectId(request.Headers) is { Length: > 0 } id ? new(id) : null;
        }

        return key?.Opens(request.Headers[LaptopKey.Header]) != true ? null
            : request.Headers[LaptopKey.ActAsHeader] is [{ Length: > 0 } other] ? new(other)
            : new(null);
    }

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

/// <param name="ObjectId">Null: who holds the laptop's key.</param>
sealed record ProvedIdentity(string? ObjectId)
{
    static readonly Caller Administrator = new("laptop", CallerRole.Admin, null, null);

    public bool IsAdministrator => ObjectId is null;

    /// <summary>Who is proved and has no row has no data: null.</summary>
    public Caller? Caller(ReferenceData reference) => IsAdministrator
        ? Administrator
        : reference.Callers.FirstOrDefault(caller => string.Equals(caller.ObjectId, ObjectId, StringComparison.OrdinalIgnoreCase));
}
